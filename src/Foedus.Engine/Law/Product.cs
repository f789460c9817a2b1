using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Law;

/// <summary>
/// What an act makes: a law, an admission, a suspension. It has a source of its own, which falls with the act and can fall without it: a law
/// can be void from the start though the vote that passed it was a vote.
/// </summary>
internal readonly struct Product
{
    private readonly Judgement _j;
    private readonly int _prepared;

    private Product(Judgement j, int prepared)
    {
        _j = j;
        _prepared = prepared;
    }

    /// <summary>The act makes something on its day.</summary>
    public static Product Of(Judgement j) => new(j, j.PrepareProduct());

    /// <summary>Writes a fact of a relation with one argument.</summary>
    public void Write(int relation, int subject, long value, Day? from = null)
    {
        if (subject >= 0)
            _j.WriteThrough(_prepared, FactKey.Of(relation, subject), from ?? _j.Today, value);
    }

    /// <summary>Writes a fact between two things.</summary>
    public void Link(int relation, int subject, int other, long value = 1, Day? from = null)
    {
        if (subject >= 0 && other >= 0)
            _j.WriteThrough(_prepared, FactKey.Of(relation, subject, other), from ?? _j.Today, value);
    }

    public void End(int relation, int subject, Day? from = null) => Write(relation, subject, FactVersion.Nothing, from);

    public void Unlink(int relation, int subject, int other, Day? from = null) => Link(relation, subject, other, FactVersion.Nothing, from);
}
