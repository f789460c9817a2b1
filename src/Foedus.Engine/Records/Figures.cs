namespace Foedus.Engine.Records;

/// <summary>The list of figures to which facts point; it only grows, but for what was merely supposed.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _list = [];

    public int Count => _list.Count;

    public Figure this[int place] => _list[place];

    public long Add(Figure figure)
    {
        _list.Add(figure);
        return _list.Count - 1;
    }

    public void CutTo(int count) => _list.RemoveRange(count, _list.Count - count);
}
