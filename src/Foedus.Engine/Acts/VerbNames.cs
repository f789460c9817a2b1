using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Foedus.Engine.Acts;

/// <summary>The names of verbs in the table of forms: <c>demands-session</c> for <see cref="Verb.DemandsSession"/>.</summary>
public static class VerbNames
{
    private static readonly FrozenDictionary<string, Verb> ByName =
        Enum.GetValues<Verb>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>The case of the phrase <c>action</c> that a verb is.</summary>
    public static string Of(Verb verb)
    {
        var name = new StringBuilder();
        foreach (var letter in verb.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    /// <summary>The verb of a case; false if there is none.</summary>
    public static bool TryFind(string name, out Verb verb) => ByName.TryGetValue(name, out verb);
}
