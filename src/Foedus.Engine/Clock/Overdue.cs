namespace Foedus.Engine.Clock;

/// <summary>What a time that ran out has brought where it brought nothing, as kept in facts.</summary>
public static class Overdue
{
    /// <summary>What follows is not said, or turns on something that is not known.</summary>
    public const int Open = 1;

    /// <summary>What would have followed was refused; the matter stays where it is and can still be answered.</summary>
    public const int Refused = 2;
}
