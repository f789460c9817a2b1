using System.Text;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Tests.Binding;

public sealed class HostileTests
{
    private static readonly string[] Lines = [.. ExampleLines()];

    private static IEnumerable<string> ExampleLines() =>
        Directory.EnumerateFiles(SmallFederation.Example(""), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".charter" or ".assumptions" or ".cases" or ".journal")
            .Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Trim().Length > 0);

    [Fact]
    public void Shuffled_lines_of_real_charters_are_read_without_failing()
    {
        var random = new Random(26);
        for (var round = 0; round < 60; round++)
        {
            var text = new StringBuilder("foedus 1\ncharter \"T\"\nedition 1, in force 2000-01-01\n");
            for (var n = 0; n < 150; n++) text.AppendLine(Lines[random.Next(Lines.Length)]);
            var federation = SmallFederation.Read(("a.charter", text.ToString()), ("b.charter", text.ToString().Replace("edition 1, in force 2000-01-01", "edition 2, in force 2001-01-01, amends edition 1", StringComparison.Ordinal)));
            Assert.NotEmpty(federation.Editions);
        }
    }

    [Fact]
    public void Charters_with_words_left_out_or_put_in_are_read_without_failing()
    {
        var random = new Random(1922);
        foreach (var path in Directory.EnumerateFiles(SmallFederation.Example(""), "*.charter", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var words = File.ReadAllText(path).Split(' ');
            for (var round = 0; round < 6; round++)
            {
                var changed = words.ToList();
                for (var n = 0; n < 60; n++)
                {
                    var at = random.Next(changed.Count);
                    if (n % 3 == 0) changed.RemoveAt(at);
                    else changed[at] = n % 3 == 1 ? words[random.Next(words.Length)] : "unspecified";
                }
                Assert.NotNull(SmallFederation.Charter(string.Join(' ', changed)).Title);
            }
        }
    }

    [Fact]
    public void Every_good_example_of_the_table_is_read_under_every_parent_without_failing()
    {
        foreach (var form in FormTable.Default.Forms)
        {
            foreach (var parent in form.Under)
            {
                foreach (var good in form.Good)
                {
                    var above = FormTable.Default.Form(parent)?.Good.FirstOrDefault();
                    var text = above is null ? good : FormTable.Default.Form(parent)!.Under.Contains("file") ? $"{above}\n  {good}" : $"art 2\n  {above}\n    {good}";
                    Assert.Single(SmallFederation.WithCouncil(text).Editions);
                }
            }
        }
    }

    [Fact]
    public void Reading_the_same_texts_again_gives_the_same_federation()
    {
        var one = Foedus.Charter.Binding.FederationFolder.Read(SmallFederation.Example("union-1922"));
        var two = Foedus.Charter.Binding.FederationFolder.Read(SmallFederation.Example("union-1922"));
        Assert.Equal(one.Silences.Select(s => s.Address), two.Silences.Select(s => s.Address));
        Assert.Equal(one.Diagnostics.Select(d => d.ToString()), two.Diagnostics.Select(d => d.ToString()));
        Assert.Equal(one.Provisions.Select(p => p.Clause.Text), two.Provisions.Select(p => p.Clause.Text));
    }

    [Fact]
    public void Long_chains_and_crowded_articles_are_read_in_reasonable_time()
    {
        const int many = 3_000;
        var kinds = string.Concat(Enumerable.Range(0, many).Select(i => $"kind k{i} in k{i + 1}\n"));
        var measures = string.Concat(Enumerable.Range(0, many).Select(i => $"measure m{i + 1} of state = 1 per 2 m{i}, part dropped\n"));
        var stages = string.Concat(Enumerable.Range(0, many).Select(i => $"  stage S{i}: before Council; on approval -> S{i + 1}; otherwise -> Lost\n"));
        var duties = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"  duty D{i}: on Council; to \"act\"; within unspecified; if missed unspecified\n"));
        var federation = SmallFederation.WithCouncil(
            $"{kinds}kind k{many}\nmeasure m0 of state\n{measures}art 2 procedure Long: opened by Council\n{stages}  stage S{many}: before Council; otherwise -> S0\n  end Lost\nart 3\n{duties}");
        Assert.Equal(many + 3, federation.Edition().Kinds.Count);
        Assert.Equal("k3000", federation.Edition().Kinds.Single(k => k.Name == "k2999").Parent!.Name);
        Assert.Contains("FD0409", federation.Numbers());
        Assert.Equal(2_000, federation.Silences.Select(s => s.Address).Distinct(StringComparer.Ordinal).Count());
    }
}
