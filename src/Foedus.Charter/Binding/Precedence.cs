using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// Which clause holds where several fill one place. What one article says of one thing in one form is one filling, however many lines it
/// takes: an article that says <c>despite art 2</c> replaces it whole. What a charter says itself comes before what a manual says that it adopts.
/// What is left then goes by owner: what a rule of a stage or a named rule says, then the rule of the chamber, of the body, of every body.
/// </summary>
internal sealed class Precedence(BindingContext context)
{
    private readonly List<Said> all = [];

    private sealed record Said(object? Owner, ClauseSyntax Clause, string Place, Action Read, Action Drop);

    /// <summary>A clause that says something of an owner; it is read by <see cref="Read"/> unless another replaces it.</summary>
    /// <param name="owner">Of what it says something; null: of the whole charter.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="drop">Takes back what it has already declared.</param>
    /// <param name="what">What tells it from other clauses of its form, where one owner has several places of that form.</param>
    public void Say(object? owner, ClauseSyntax clause, Action read, Action? drop = null, string what = "") =>
        all.Add(new Said(owner, clause, clause.Form!.Id + " " + (what.Length > 0 ? what : What(clause)), read, drop ?? (static () => { })));

    /// <summary>Reads what was said, each clause in its turn, without those that others replace.</summary>
    public void Read()
    {
        var dropped = new HashSet<Said>(ReferenceEqualityComparer.Instance);
        foreach (var place in all.GroupBy(s => s.Place, StringComparer.Ordinal))
        {
            var said = place.ToList();
            var replacing = said.Where(s => SaysDespite(s.Clause)).ToList();
            var ownWords = said.Exists(s => By(s).Hand == Hand.Adopted) ? said.Where(s => By(s).Hand == Hand.Charter).ToList() : [];
            foreach (var one in said)
            {
                if (replacing.Find(r => Covers(r.Owner, one.Owner) && Prevails(r.Clause, one.Clause)) is { } over)
                {
                    if (Covers(one.Owner, over.Owner) && Prevails(one.Clause, over.Clause)) Circle(one, over);
                    else dropped.Add(one);
                }
                else if (By(one).Hand == Hand.Adopted && ownWords.Exists(o => ReferenceEquals(o.Owner, one.Owner)))
                {
                    dropped.Add(one);
                }
            }
        }
        foreach (var one in dropped) one.Drop();
        foreach (var one in all.Where(s => !dropped.Contains(s))) one.Read();
    }

    /// <summary>Whether the article or clause of one says that it prevails over the article of the other, or over the whole of which that is a part.</summary>
    public bool Prevails(ClauseSyntax clause, ClauseSyntax over)
    {
        var by = context.By(over);
        if (by.Article.Length == 0 || by.Hand != Hand.Charter) return false;
        for (var at = clause; at is not null; at = at.Parent)
            foreach (var despite in at.ChildrenOf("despite"))
                if (despite.Match?.TextOrNull("label") is { } label && IsWithin(by.Article, label))
                    return !string.Equals(context.By(clause).Article, by.Article, StringComparison.Ordinal);
        return false;
    }

    private Provision By(Said said) => context.By(said.Clause);

    private static bool SaysDespite(ClauseSyntax clause)
    {
        for (var at = clause; at is not null; at = at.Parent)
            if (at.Child("despite") is not null)
                return true;
        return false;
    }

    private static bool IsWithin(string part, string whole) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '(' or '.');

    // A rule of every body is about each body too, and that of a body about its chambers.
    private static bool Covers(object? owner, object? other) =>
        ReferenceEquals(owner, other)
        || (owner is DecisionRule { Name: null } general && other is DecisionRule { Name: null } special && general.By.Hand == special.By.Hand && special.In.Count > 0
            && (general.EveryBody || special.In.TrueForAll(b => b.ChamberOf is { } whole && general.In.Contains(whole))));

    // Places of one form that one owner may have several of.
    private static string What(ClauseSyntax clause) => clause.Form!.Id switch
    {
        "session" => clause.Match?.TextOrNull("kind") ?? "",
        "reserve" => clause.Match?.TextOrNull("category") ?? "",
        "acts-for" => clause.Match?.TextOrNull("body") ?? "",
        "matter" => clause.Match?.TextOrNull("matter") ?? "",
        "on-rejection" => clause.Match?.CaseName ?? "",
        _ => "",
    };

    private void Circle(Said one, Said other)
    {
        if (all.IndexOf(one) < all.IndexOf(other)) return;
        context.Report(Diagnostic.At(one.Clause.Location, BindingDiagnostics.DespiteEachOther, By(one).Citation, By(other).Citation)
            .Labelled("here").Also(other.Clause.Location, "and here").Helped("keep one of the two lines `despite`"));
    }
}
