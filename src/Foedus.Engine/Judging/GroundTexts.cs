using System.Globalization;
using System.Resources;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Judging;

/// <summary>The sentences of reasons, from a resource file so that they can be translated.</summary>
public static class GroundTexts
{
    private static readonly ResourceManager Texts = new("Foedus.Engine.Judging.GroundTexts", typeof(GroundTexts).Assembly);
    private static readonly string[] Cache = [.. Enum.GetValues<GroundKind>().Select(k => Texts.GetString(k.ToString(), CultureInfo.InvariantCulture) ?? k.ToString())];

    /// <summary>The sentence of a reason.</summary>
    public static string Of(Ground ground) =>
        string.Format(CultureInfo.InvariantCulture, Cache[(int)ground.Message], Text(ground.First), At(ground.Second, 0), At(ground.Second, 1), At(ground.Second, 2));

    /// <summary>The second argument may be several.</summary>
    private static string At(object? value, int index) =>
        value is object?[] many ? index < many.Length ? Text(many[index]) : "" : index == 0 ? Text(value) : "";

    private static string Text(object? value) => value switch
    {
        null => "",
        Counting.Ratio ratio => ratio.ToMixedString(),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Day day => day.ToString(),
        _ => value.ToString() ?? "",
    };
}
