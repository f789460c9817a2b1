namespace Foedus.Counting;

/// <summary>How many voters gave each response.</summary>
public readonly record struct ResponseCounts(long Yes = 0, long No = 0, long Abstain = 0, long Absent = 0, long Invalid = 0, long Blank = 0)
{
    /// <summary>The number of kinds of response.</summary>
    public const int Kinds = 6;

    public long this[Response response] => response switch
    {
        Response.Yes => Yes,
        Response.No => No,
        Response.Abstain => Abstain,
        Response.Absent => Absent,
        Response.Invalid => Invalid,
        Response.Blank => Blank,
        _ => 0,
    };

    /// <summary>All responses together; wide enough for any counts.</summary>
    public Int128 Total => (Int128)Yes + No + Abstain + Absent + Invalid + Blank;

    /// <summary>The same with voters added to one response; a negative number takes them away. Stops at the ends of 64 bits.</summary>
    public ResponseCounts Plus(Response response, long voters) => response switch
    {
        Response.Yes => this with { Yes = Add(Yes, voters) },
        Response.No => this with { No = Add(No, voters) },
        Response.Abstain => this with { Abstain = Add(Abstain, voters) },
        Response.Absent => this with { Absent = Add(Absent, voters) },
        Response.Invalid => this with { Invalid = Add(Invalid, voters) },
        Response.Blank => this with { Blank = Add(Blank, voters) },
        _ => this,
    };

    private static long Add(long count, long voters) => (long)Int128.Clamp((Int128)count + voters, long.MinValue, long.MaxValue);
}
