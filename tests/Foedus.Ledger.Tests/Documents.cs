namespace Foedus.Ledger.Tests;

/// <summary>The documents of the repository, found from the folder that the tests run in.</summary>
public static class Documents
{
    public static string At(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx")))
                return Path.Combine(folder.FullName, "docs", name);
        }

        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
