using System.Globalization;
using Foedus.Mutants;

// Foedus.Mutants [--most N] [--seed N] [--again FILE] [FOLDER ...]: see CONTRIBUTING.md. The other two verbs are for the processes that it starts itself.
switch (args)
{
    case ["cover", var built]:
        return Worker.Cover(built, Console.Out);
    case ["work", var built]:
        return Worker.Work(built, Console.In, Console.Out);
}

var (most, seed, folders) = (300, 1, new List<string>());
string? again = null;
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--most")
        most = int.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] == "--seed")
        seed = int.Parse(args[++i], CultureInfo.InvariantCulture);
    else if (args[i] == "--again")
        again = args[++i];
    else
        folders.Add(args[i]);
}

if (folders.Count == 0)
    folders = ["Parties", "Deciding", "Mandates", "Bodies", "Procedures", "Clock"];
return Survey.Run(folders, most, seed, again, Console.Out);
