using Foedus.Charter.Model;

namespace Foedus.Engine.Bodies;

/// <summary>
/// The names of chambers. A chamber goes by its own name where no other body has that name; otherwise only by that of its body as well
/// ("Upper of Parliament"), so that chambers of two bodies are told apart.
/// </summary>
internal sealed class ChamberNames
{
    private readonly Dictionary<(string Name, string? EachOf), HashSet<string>> _owners = [];
    private readonly List<Body> _bodies = [];

    public ChamberNames(Federation federation)
    {
        foreach (var body in federation.Editions.SelectMany(e => e.Bodies))
        {
            _bodies.Add(body);
            var key = (body.Name, body.EachOf?.Name);
            if (!_owners.TryGetValue(key, out var owners))
                _owners.Add(key, owners = new HashSet<string>(StringComparer.Ordinal));
            owners.Add(body.ChamberOf?.Name ?? "");
        }
    }

    /// <summary>Whether a chamber is known only together with the body of which it is one.</summary>
    public bool NeedsItsBody(Body body) => body.ChamberOf is not null && _owners[(body.Name, body.EachOf?.Name)].Count > 1;

    /// <summary>The chamber of a name in a body, in any edition; of a body of the federation, or of one that units have.</summary>
    public Body? Of(string name, string body, bool ofUnit) =>
        _bodies.Find(b => b.ChamberOf is { } owner && string.Equals(b.Name, name, StringComparison.Ordinal)
            && string.Equals(owner.Name, body, StringComparison.Ordinal) && (b.EachOf is not null) == ofUnit);

    /// <summary>Chambers of several bodies have the name, and no body has it for itself; the first of them.</summary>
    public Body? Ambiguous(string name) =>
        _owners.TryGetValue((name, null), out var owners) && owners.Count > 1 && !owners.Contains("")
            ? _bodies.Find(b => string.Equals(b.Name, name, StringComparison.Ordinal) && b.EachOf is null)
            : null;
}
