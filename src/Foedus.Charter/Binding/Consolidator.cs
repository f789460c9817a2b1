using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;
using NodaTime;

namespace Foedus.Charter.Binding;

/// <summary>
/// Works amending editions into the text of the edition that they amend. Articles that no edition touches keep their very clauses,
/// and so their provisions and silences.
/// </summary>
internal sealed class Consolidator(DiagnosticBag problems)
{
    private sealed record Draft(int Number, EditionStatus Status, LocalDate From, int? Amends, SyntaxTree Tree, SourceLocation At);

    /// <summary>The editions in the order of their numbers; an amending edition whose base is missing stands by itself.</summary>
    public List<EditionText> Consolidate(IEnumerable<SyntaxTree> charters)
    {
        var drafts = new SortedDictionary<int, Draft>();
        foreach (var tree in charters)
        {
            var draft = Read(tree);
            if (!drafts.TryAdd(draft.Number, draft))
                problems.Add(Trouble(draft, "there are two of this number").Also(drafts[draft.Number].At, "the other"));
        }
        var done = new Dictionary<int, EditionText>();
        var making = new HashSet<int>();
        foreach (var draft in drafts.Values) Make(draft, drafts, done, making);
        foreach (var draft in drafts.Values) Dropped(draft, drafts);
        return [.. drafts.Keys.Select(n => done[n])];
    }

    // An edition that is in force must hold what is in force before it: it amends the last of them, or one that has amended it.
    private void Dropped(Draft draft, SortedDictionary<int, Draft> drafts)
    {
        if (draft.Amends is null || draft.Status != EditionStatus.InForce) return;
        var holds = new HashSet<int>();
        for (var at = draft; at is not null && holds.Add(at.Number);) at = at.Amends is { } earlier ? drafts.GetValueOrDefault(earlier) : null;
        foreach (var other in drafts.Values.Reverse().Where(o => o.Status == EditionStatus.InForce && !holds.Contains(o.Number) && Precedes(o, draft)))
        {
            if (holds.Any(h => drafts.TryGetValue(h, out var kept) && Precedes(other, kept) && !ReferenceEquals(kept, draft))) continue;
            var number = other.Number.ToString(CultureInfo.InvariantCulture);
            problems.Add(Diagnostic.At(draft.At, BindingDiagnostics.EditionDropped, draft.Number.ToString(CultureInfo.InvariantCulture), draft.Amends.Value.ToString(CultureInfo.InvariantCulture), number)
                .Also(other.At, "in force before it").Helped($"amends edition {number}"));
            return;
        }
    }

    private static bool Precedes(Draft one, Draft other) =>
        one.From != other.From ? one.From < other.From : one.Number < other.Number;

    private static Draft Read(SyntaxTree tree)
    {
        var clause = tree.ClausesOf("edition").FirstOrDefault(c => c.Match is not null);
        var at = clause?.Location ?? tree.Clauses.FirstOrDefault()?.Location ?? new SourceLocation(tree.Source, new TextSpan(0, 0));
        if (clause?.Match is not { } match) return new Draft(1, EditionStatus.InForce, LocalDate.MinIsoValue, null, tree, at);
        var number = match.Integer("number") <= 1_000_000 ? (int)match.Integer("number") : 1_000_000;
        var status = match.Flag("how") switch
        {
            "proposed" => EditionStatus.Proposed,
            "adopted" => EditionStatus.Adopted,
            _ => EditionStatus.InForce,
        };
        int? amends = match.Has("earlier") ? (int)System.Numerics.BigInteger.Min(match.Integer("earlier"), int.MaxValue) : null;
        return new Draft(number, status, match.Date("day").Earliest, amends, tree, at);
    }

    private EditionText Make(Draft draft, SortedDictionary<int, Draft> drafts, Dictionary<int, EditionText> done, HashSet<int> making)
    {
        if (done.TryGetValue(draft.Number, out var made)) return made;
        making.Add(draft.Number);
        IReadOnlyList<ClauseSyntax> clauses = draft.Tree.Clauses;
        if (draft.Amends is { } earlier)
        {
            var number = earlier.ToString(CultureInfo.InvariantCulture);
            if (!drafts.TryGetValue(earlier, out var below)) problems.Add(Trouble(draft, $"it amends edition {number}, which is not here"));
            else if (making.Contains(earlier)) problems.Add(Trouble(draft, $"it amends edition {number}, which amends it in turn"));
            else clauses = Amend(Make(below, drafts, done, making).Clauses, draft.Tree.Clauses);
        }
        else
        {
            OnlyNew(draft);
        }
        making.Remove(draft.Number);
        return done[draft.Number] = new EditionText(draft.Number, draft.Status, draft.From, draft.Amends, draft.Tree, clauses);
    }

    private static Diagnostic Trouble(Draft draft, string what) =>
        Diagnostic.At(draft.At, BindingDiagnostics.EditionTrouble, draft.Number.ToString(CultureInfo.InvariantCulture), what);

    // A first edition has nothing that it could replace or repeal; its articles have different numbers.
    private void OnlyNew(Draft draft)
    {
        foreach (var clause in draft.Tree.Clauses)
        {
            if (clause.Form?.Id is "replace-art" or "insert-art" or "repeal-art")
                problems.Add(Diagnostic.At(clause.Location, BindingDiagnostics.EditionTrouble, draft.Number.ToString(CultureInfo.InvariantCulture), "it amends no other, and yet changes an article"));
        }
        Numbers(draft.Tree.Clauses.Where(c => c.Is("art")));
    }

    private void Numbers(IEnumerable<ClauseSyntax> articles)
    {
        var seen = new Dictionary<string, ClauseSyntax>(StringComparer.Ordinal);
        foreach (var clause in articles)
        {
            if (ProvisionBook.Label(clause) is not { } label || seen.TryAdd(label, clause)) continue;
            problems.Add(Diagnostic.At(clause.Location, BindingDiagnostics.ArticleExists, label).Labelled("again here").Also(seen[label].Location, "here"));
        }
    }

    private List<ClauseSyntax> Amend(IReadOnlyList<ClauseSyntax> before, IReadOnlyList<ClauseSyntax> changes)
    {
        var text = new AmendedText(before, Key);
        var touched = new Dictionary<string, ClauseSyntax>(StringComparer.Ordinal);
        foreach (var clause in changes)
        {
            var label = ProvisionBook.Label(clause);
            switch (clause.Form?.Id)
            {
                case "replace-art" or "repeal-art" when label is not null:
                    if (!touched.TryAdd(label, clause))
                        problems.Add(Diagnostic.At(clause.Location, BindingDiagnostics.ArticleExists, label).Labelled("again here").Also(touched[label].Location, "changed here"));
                    else if (text.Article(label) is null) Unknown(clause, label, text);
                    else if (clause.Is("repeal-art")) text.Remove(label);
                    else text.Replace(label, clause);
                    break;
                case "insert-art" when label is not null:
                    Insert(text, clause, label);
                    break;
                case "art" when label is not null && text.Article(label) is { } there:
                    problems.Add(Diagnostic.At(clause.Location, BindingDiagnostics.ArticleExists, label).Also(there.Location, "this article")
                        .Helped($"to put new words in its place: `replace art {label}`"));
                    break;
                case "repeal-art":
                    break;
                default:
                    // Heads of the file and rules that no article states: what says the same thing anew takes the place of the old.
                    text.AddOrRenew(clause);
                    break;
            }
        }
        return text.ToList();
    }

    private void Insert(AmendedText text, ClauseSyntax clause, string label)
    {
        if (text.Article(label) is { } there)
        {
            problems.Add(Diagnostic.At(clause.Location, BindingDiagnostics.ArticleExists, label).Also(there.Location, "this article"));
            return;
        }
        var after = clause.Match!.Label("after");
        if (text.Article(after) is null) Unknown(clause, after, text);
        text.Insert(clause, label, after);
    }

    private void Unknown(ClauseSyntax clause, string label, AmendedText text)
    {
        var problem = Diagnostic.At(clause.Location, BindingDiagnostics.UnknownArticle, label);
        var near = Spelling.Nearest(label, text.Labels);
        problems.Add(near is null ? problem : problem.Helped($"did you mean article {near}?"));
    }

    // What a later edition can say anew; null for clauses that only add up.
    private static string? Key(ClauseSyntax clause)
    {
        switch (clause.Form?.Id)
        {
            case "charter" or "edition" or "foedus" or "languages" or "time" or "interpreted":
                return clause.Form.Id;
            case "kind" or "category":
                return clause.Match is { } named ? $"{clause.Form.Id} {named.TextOrNull(clause.Form.Id)}" : null;
            case "measure":
                return clause.Match is { } measure ? $"measure {measure.Term("measure")} of {measure.Term("kind")}" : null;
            case "fact" or "classes":
                return clause.Match is { } declared ? $"{clause.Form.Id} {declared.Name("name")}" : null;
            case "unsaid" when clause.Carried is { } carried:
                return "unsaid " + string.Join(' ', carried.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            default:
                return null;
        }
    }
}
