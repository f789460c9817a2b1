using System.Globalization;
using Foedus.Cli.Hosting;

namespace Foedus.Cli.Tests.Hosting;

/// <summary>Charters with lines lost, doubled, moved and cut: every verb still ends in a sentence and never in a fault.</summary>
public class MutationTests
{
    /// <summary>More rounds than usual, for a long search: <c>FOEDUS_ROUNDS=500</c>.</summary>
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("FOEDUS_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 6;

    public static TheoryData<string> Examples => ["choirs", "eu-council", "swiss-confederation", "union-1922", "union-confederation", "us-congress"];

    [Theory, MemberData(nameof(Examples))]
    public void A_spoilt_charter_spoils_no_verb(string example)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random((round * 7919) + example.Length);
            using var folder = new Folder();
            foreach (var path in Directory.EnumerateFiles(Given.Example(example)).Where(p => !p.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var lines = File.ReadAllLines(path).ToList();
                for (var i = random.Next(1, 6); i > 0 && lines.Count > 3; i--) Spoil(lines, random);
                folder.With(Path.GetFileName(path), string.Join('\n', lines));
            }

            foreach (var words in Commands(folder.Path))
            {
                var given = Given.Command(words);
                Assert.True(given.Code != ExitCode.Fault, $"{example}, round {round}: foedus {string.Join(' ', words)}\n{given.Errors}");
                Assert.NotEmpty(given.All);
            }
        }
    }

    private static IEnumerable<string[]> Commands(string path)
    {
        foreach (var verb in (string[])["check", "run", "test", "silences", "read"])
        {
            yield return [verb, path];
            yield return [verb, path, "--json"];
        }

        yield return ["run", path, "--no-assumptions"];
        yield return ["run", path, "--rehearse", "--no-assumptions"];
        yield return ["fmt", path, "--check"];
        foreach (var body in (string[])["Congress", "Committee", "Assembly", "Board", "House", "Council"])
        {
            yield return ["seats", path, body, "--worksheet", "--no-assumptions"];
            yield return ["show", path, body, "--no-assumptions"];
        }

        for (var act = 1; act < 30; act += 7) yield return ["explain", path, "act " + act.ToString(CultureInfo.InvariantCulture), "--no-assumptions"];
        foreach (var what in (string[])["art 6", "unsaid", "1999-05-01 Council issues D9, decree", "1999-05-01 Board votes on B9, for 5, against 3, abstaining 1"])
            yield return ["explain", path, what, "--no-assumptions"];
    }

    private static void Spoil(List<string> lines, Random random)
    {
        var at = random.Next(3, lines.Count);
        switch (random.Next(7))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                lines[at] = lines[at][..random.Next(lines[at].Length + 1)];
                break;
            case 3:
                lines[at] = "  " + lines[at];
                break;
            case 4:
                lines[at] = lines[at].TrimStart();
                break;
            case 5:
                (lines[at], lines[^1]) = (lines[^1], lines[at]);
                break;
            default:
                var words = lines[at].Split(' ');
                var other = lines[random.Next(lines.Count)].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (other.Length > 0) words[random.Next(words.Length)] = other[random.Next(other.Length)];
                lines[at] = string.Join(' ', words);
                break;
        }
    }
}
