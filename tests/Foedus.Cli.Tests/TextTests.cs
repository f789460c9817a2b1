using System.Text.RegularExpressions;
using System.Xml.Linq;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests;

/// <summary>The sentences of the command and the code that says them agree.</summary>
public partial class TextTests
{
    private static readonly string Code = CodeOf("Foedus.Cli");

    private static readonly string DeskCode = CodeOf("Foedus.Secretariat");

    private static readonly Dictionary<string, string> Desk = SentencesOf("Foedus.Secretariat", "Sentences.resx");

    /// <summary>Those of the command and, behind them, those of the desk; none stands in both.</summary>
    private static readonly Dictionary<string, string> Sentences = SentencesOf("Foedus.Cli", "Text.resx").Concat(Desk).ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);

    [Fact]
    public void Every_sentence_that_is_said_is_there()
    {
        var said = Said().Matches(Code).Select(m => m.Groups["key"].Value).Where(k => !k.EndsWith('.'));
        Assert.Empty(said.Where(key => !Sentences.ContainsKey(key)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_desk_says_its_own_sentences_and_none_of_the_command()
    {
        var said = Said().Matches(DeskCode).Select(m => m.Groups["key"].Value).Where(k => !k.EndsWith('.')).ToList();
        Assert.NotEmpty(said);
        Assert.Empty(said.Where(key => !Desk.ContainsKey(key)).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(Desk.Keys, key => !IsSaid(DeskCode, key));
    }

    [Fact]
    public void Every_sentence_that_is_there_is_said()
    {
        Assert.DoesNotContain(Sentences.Keys, key => !IsSaid(Code, key) && !Desk.ContainsKey(key));
    }

    [Fact]
    public void No_sentence_uses_a_word_of_the_engine_room()
    {
        foreach (var (key, sentence) in Sentences)
        {
            foreach (var word in (string[])["fork", "diagram", "kernel", "gate tree", "slab", "fact version"])
                Assert.False(sentence.Contains(word, StringComparison.OrdinalIgnoreCase), $"{key}: {sentence}");
        }
    }

    private static string CodeOf(string project) => string.Concat(Directory.EnumerateFiles(Path.Combine(CommandRun.Root, "src", project), "*.cs", SearchOption.AllDirectories)
        .Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static Dictionary<string, string> SentencesOf(string project, string file) => XDocument.Load(Path.Combine(CommandRun.Root, "src", project, "Texts", file)).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static bool IsSaid(string code, string key) =>
        code.Contains('"' + key + '"', StringComparison.Ordinal) || code.Contains('"' + key.Split('.')[0] + ".\" +", StringComparison.Ordinal);

    [GeneratedRegex("(?:Text|Sentence)\\.(?:Of|Count)\\((?:[^\"();]*\\? )?\"(?<key>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
