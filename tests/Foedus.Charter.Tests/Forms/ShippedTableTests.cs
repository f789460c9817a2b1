using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Forms;

/// <summary>What every row of the shipped table must have, so that no form enters half done.</summary>
public sealed class ShippedTableTests
{
    private static FormTable Table => FormTable.Default;

    [Fact]
    public void Every_good_example_is_read_as_its_own_form()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms)
        {
            if (form.Good.IsEmpty) wrong.Add($"{form.Origin} {form.Id}: no good example");
            foreach (var parent in form.Under)
                foreach (var good in form.Good)
                {
                    var tree = Read(good, parent);
                    if (tree.Clauses.Count == 0 || tree.Clauses[0].Form != form || tree.HasErrors)
                        wrong.Add($"{form.Origin} {form.Id} under {parent}: {good}\n    {string.Join("\n    ", tree.Diagnostics)}");
                }
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_act_beside_a_clause_is_read_as_an_act()
    {
        var wrong = Table.Forms.SelectMany(f => f.Acts.Where(a => Read("act 1 2024-01-01 " + a, "file") is { HasErrors: true } or { Clauses: not [{ Form.Id: "act" }] }).Select(a => $"{f.Id}: {a}")).ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_bad_example_is_refused()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms)
        {
            if (form.Bad.IsEmpty) wrong.Add($"{form.Origin} {form.Id}: no bad example");
            foreach (var bad in form.Bad)
                if (Read(bad, form.Under[0]).Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error))
                    wrong.Add($"{form.Origin} {form.Id}: {bad}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_form_says_what_it_is_about_and_every_phrase_reads_as_a_sentence()
    {
        var wrong = Table.Forms.Where(f => f.About.Length == 0).Select(f => $"{f.Origin} {f.Id}: no `about`")
            .Concat(Table.Forms.SelectMany(f => f.Cases.Where(c => c.Reads is null).Select(c => $"{f.Origin} {f.Id} {c.Name}: no `reads`")))
            .Concat(Table.Phrases.SelectMany(p => p.Cases.Where(c => c.Reads is null).Select(c => $"phrase {p.Name} {c.Name}: no `reads`")))
            .Concat(Table.Forms.Where(f => f.MayBeSilent && f.Silent is null).Select(f => $"{f.Origin} {f.Id}: no `silent`"))
            .ToList();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static SyntaxTree Read(string text, string parent) => SyntaxTree.ParseUnder(SourceText.From("example", text), parent, Table);
}
