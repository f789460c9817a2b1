using System.Diagnostics;
using System.Text;
using Foedus.Cli.Hosting;

namespace Foedus.Cli.Tests.Hosting;

/// <summary>Files that are not there, are not charters, or are nothing at all: a sentence with where, why and what to do, and never a trace.</summary>
public class HostilePathTests
{
    private static readonly string[] Readers = ["check", "run", "test", "silences", "fmt"];

    public static TheoryData<string> Verbs => [.. Readers];

    [Theory, MemberData(nameof(Verbs))]
    public void A_path_that_is_not_there_is_named(string verb)
    {
        using var folder = new Folder();
        var given = Refused(verb, Path.Combine(folder.Path, "nothing.charter"));
        Assert.Contains("nothing.charter", given.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_misspelt_is_put_right()
    {
        using var folder = new Folder();
        folder.With("league.charter", Folder.SmallCharter);
        Assert.Contains("did you mean " + Path.Combine(folder.Path, "league.charter"), Refused("check", Path.Combine(folder.Path, "leage.charter")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_folder_says_how_to_begin()
    {
        using var folder = new Folder();
        Assert.Contains("begin one with foedus new", Refused("check", folder.Path).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_charter_says_what_it_holds()
    {
        using var folder = new Folder();
        folder.With("x.cases", "foedus 1\ncases \"X\" of \"Small\"\n");
        Assert.Contains("it holds x.cases", Refused("check", folder.Path).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_is_no_path_is_refused(string path) => Refused("check", path);

    [Fact]
    public void A_path_that_is_far_too_long_is_refused() => Refused("check", "/" + new string('x', 5000));

    [Fact]
    public void A_link_that_leads_to_itself_cannot_be_read()
    {
        using var folder = new Folder();
        var link = Path.Combine(folder.Path, "loop.charter");
        File.CreateSymbolicLink(link, link);
        Refused("check", link);
    }

    [Fact]
    public void A_file_without_an_end_is_left_after_a_while()
    {
        if (!File.Exists("/dev/zero")) return;
        Assert.Contains("too large", Refused("check", "/dev/zero").Errors, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Verbs))]
    public void An_empty_file_is_no_reason_to_stop_short(string verb)
    {
        using var folder = new Folder();
        Survives(verb, folder.With("empty.charter", ""));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Bytes_that_are_no_text_are_no_reason_to_stop_short(string verb)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "binary.charter");
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);
        Survives(verb, path);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Ten_megabytes_of_anything_are_read_within_seconds()
    {
        using var folder = new Folder();
        var line = "article 5 says that nobody may [ read ( this ; at all \"\n";
        var path = folder.With("large.charter", string.Concat(Enumerable.Repeat(line, 10_000_000 / line.Length)));
        var watch = Stopwatch.StartNew();
        var given = Given.Command("check", path);
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
        Assert.DoesNotContain("   at ", given.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_a_crowd_is_read_without_the_strangers()
    {
        using var folder = new Folder();
        folder.With("other.charter", "foedus 1\ncharter \"Another\"\nedition 1, in force 2020-01-01\nnonsense\n");
        var given = Given.Command("check", folder.With("small.charter", Folder.SmallCharter));
        Assert.DoesNotContain("nonsense", given.All, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, given.Code);
    }

    [Fact]
    public async Task A_reader_that_goes_away_is_no_failure()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "foedus.dll"), "read", Given.Example("union-1922")]) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        process.StandardOutput.Close();
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", errors);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Output_is_utf8_without_a_mark_and_ends_its_lines_with_lf()
    {
        using var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter.Replace("\"Small\"", "\"Союз малый\"", StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "foedus.dll"), "check", folder.Path]) start.ArgumentList.Add(word);
        start.Environment["LANG"] = "tr_TR.ISO-8859-9";
        using var process = Process.Start(start)!;
        using var bytes = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        Assert.StartsWith("Союз малый: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    private static Given Refused(string verb, string path)
    {
        var given = Given.Command(verb, path);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Empty(given.Output);
        Assert.StartsWith("foedus: ", given.Errors, StringComparison.Ordinal);
        Assert.Contains("\nhelp: ", given.Errors, StringComparison.Ordinal);
        return given;
    }

    private static void Survives(string verb, string path)
    {
        var given = Given.Command(verb, path);
        Assert.NotEqual(ExitCode.Fault, given.Code);
        Assert.NotEmpty(given.All);
        Assert.DoesNotContain("   at ", given.All, StringComparison.Ordinal);
    }
}
