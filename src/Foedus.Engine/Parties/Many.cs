namespace Foedus.Engine.Parties;

/// <summary>A whole number that need not be known exactly: at least so many, and at most so many (null: no bound is known).</summary>
public readonly record struct Many(long Least, long? Most)
{
    public static Many None => new(0, 0);

    public static Many Unknown => new(0, null);

    public static Many Exactly(long number) => new(number, number);

    public bool IsExact => Most == Least;

    public static Many operator +(Many left, Many right) => new(left.Least + right.Least, left.Most + right.Most);

    public override string ToString() => Most is { } most ? most == Least ? Text(Least) : Text(Least) + " to " + Text(most) : Text(Least) + " or more";

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
