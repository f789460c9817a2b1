namespace Foedus.Counting;

/// <summary>Membership of a response in a set.</summary>
public static class ResponseSets
{
    public static bool Has(this Responses set, Response response) => ((int)set & (1 << (int)response)) != 0;
}
