using Foedus.Engine.Acts;

namespace Foedus.Engine.Verbs;

/// <summary>Which class judges which verb.</summary>
internal static class VerbTable
{
    private static readonly IVerb[] Verbs = Fill();

    public static IVerb Of(Verb verb) => Verbs[(int)verb];

    private static IVerb[] Fill()
    {
        var verbs = new IVerb[Enum.GetValues<Verb>().Length];
        Array.Fill(verbs, new RecordsVerb());
        return verbs;
    }
}
