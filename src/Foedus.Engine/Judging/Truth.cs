namespace Foedus.Engine.Judging;

/// <summary>Whether something holds; open where the charter, a figure or a person has yet to say.</summary>
public enum Truth
{
    No,
    Open,
    Yes,
}

public static class TruthOf
{
    public static Truth From(bool value) => value ? Truth.Yes : Truth.No;

    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth value) => (Truth)(2 - (int)value);
}
