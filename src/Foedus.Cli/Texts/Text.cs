using System.Globalization;
using System.Resources;
using Foedus.Secretariat.Texts;

namespace Foedus.Cli.Texts;

/// <summary>The sentences of the command, from a resource file so that they can be translated; those that the desk says as well stand with it.</summary>
internal static class Text
{
    private static readonly ResourceManager Sentences = new("Foedus.Cli.Texts.Text", typeof(Text).Assembly);

    /// <summary>The sentence with a key, with its arguments in their places. Numbers are written without regard to the machine's culture.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> arguments)
    {
        var sentence = Sentences.GetString(key, CultureInfo.InvariantCulture) ?? Sentence.Find(key) ?? key;
        return arguments.Length == 0 ? sentence : string.Format(CultureInfo.InvariantCulture, sentence, arguments);
    }

    /// <summary>
    /// A number with its noun: the key's sentence has two forms parted by a bar, one for 1 and one for any other number:
    /// <c>{0} act|{0} acts</c>.
    /// </summary>
    public static string Count(string key, int number)
    {
        var forms = Of(key).Split('|');
        return string.Format(CultureInfo.InvariantCulture, forms[number == 1 ? 0 : ^1], number);
    }
}
