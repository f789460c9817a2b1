using System.Text.RegularExpressions;
using System.Xml.Linq;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests;

/// <summary>The sentences of the command and the code that says them agree.</summary>
public partial class TextTests
{
    private static readonly string Source = Path.Combine(CommandRun.Root, "src", "Foedus.Cli");

    private static readonly Dictionary<string, string> Sentences = XDocument.Load(Path.Combine(Source, "Texts", "Text.resx")).Root!
        .Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static readonly string Code = string.Concat(Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories).Where(p => !p.Contains("/obj/", StringComparison.Ordinal) && !p.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Fact]
    public void Every_sentence_that_is_said_is_there()
    {
        var said = Said().Matches(Code).Select(m => m.Groups["key"].Value).Where(k => !k.EndsWith('.'));
        Assert.Empty(said.Where(key => !Sentences.ContainsKey(key)).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_sentence_that_is_there_is_said()
    {
        var unsaid = Sentences.Keys.Where(key => !Code.Contains('"' + key + '"', StringComparison.Ordinal) && !Code.Contains('"' + key.Split('.')[0] + ".\" +", StringComparison.Ordinal));
        Assert.Empty(unsaid);
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

    [GeneratedRegex("Text\\.(?:Of|Count)\\((?:[^\"();]*\\? )?\"(?<key>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();
}
