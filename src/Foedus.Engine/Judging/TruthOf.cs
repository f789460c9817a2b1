namespace Foedus.Engine.Judging;

/// <summary>Kleene's three-valued connectives (S. C. Kleene, 1938): what is open stays open unless the rest decides.</summary>
public static class TruthOf
{
    public static Truth From(bool value) => value ? Truth.Yes : Truth.No;

    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(this Truth value) => (Truth)(2 - (int)value);
}
