namespace Foedus.Engine.Tests.Cases;

/// <summary>The worked examples of the repository.</summary>
internal static class Examples
{
    public static string Folder(string name)
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Foedus.slnx")))
            at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("The examples are not beside the tests.");
        return Path.Combine(at, "examples", name);
    }
}
