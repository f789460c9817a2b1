using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Foedus.Cli.Hosting;
using Foedus.Cli.Ledgers;
using Foedus.Cli.Texts;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Verbs;

/// <summary>Keeps personal data apart from the acts, under ids that mean nothing.</summary>
internal sealed class PersonVerb : Hosting.Verb
{
    private const int MostBytes = 1 << 20;

    private readonly Argument<string> path = new("LEDGER");
    private readonly Argument<string?> id = new("ID") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> set = new("--set");
    private readonly Option<bool> json = Options.Json();

    public override string Name => "person";

    public override void Declare(Command command)
    {
        command.Arguments.Add(path);
        command.Arguments.Add(id);
        command.Options.Add(set);
        command.Options.Add(json);
    }

    public override ExitCode Run(ParseResult given, Terminal terminal) => LedgerFiles.Guard(() =>
    {
        var file = given.GetValue(set);
        using var store = LedgerFiles.Open(LedgerFiles.At(given.GetValue(path)), readOnly: file is null);
        var persons = file is not null ? [Keep(store, given.GetValue(id), file)] : Asked(store, given.GetValue(id));
        var isOne = given.GetValue(id) is not null && file is null;
        if (given.GetValue(json))
        {
            using var output = new Json(terminal.Results, Name);
            output.Field("ledger", store.Federation.Text).List("persons", persons, p => output.Field("id", p).Field("data", isOne ? Data(store, p) : null));
        }
        else if (isOne)
        {
            terminal.Page.Line(Data(store, persons[0]).TrimEnd('\n'));
        }
        else
        {
            foreach (var person in persons)
                terminal.Page.Line(person);
        }

        return ExitCode.Fine;
    });

    private static string Keep(ILedgerStore store, string? id, string file)
    {
        if (!File.Exists(file))
            throw new UsageProblem(Text.Of("NoSuchPath", file), Text.Of("NoSuchPathHint"));
        if (new FileInfo(file).Length > MostBytes)
            throw new UsageProblem(Text.Of("FileTooLarge", file), Text.Of("FileTooLargeHint"));
        var name = id ?? "p-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (name.Length > 64 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') || name.All(char.IsAsciiDigit) || !char.IsAsciiLetter(name[0]))
            throw new UsageProblem(Text.Of("BadPersonId", name), Text.Of("BadPersonIdHint"));
        store.Persons.Put(name, File.ReadAllBytes(file));
        return name;
    }

    private static List<string> Asked(ILedgerStore store, string? id)
    {
        if (id is null)
            return [.. store.Persons.All()];
        return store.Persons.Find(id) is not null ? [id] : throw new UsageProblem(Text.Of("NoSuchPerson", id), Text.Of("NoSuchPersonHint"));
    }

    private static string Data(ILedgerStore store, string id) => Encoding.UTF8.GetString(store.Persons.Find(id) ?? []);
}
