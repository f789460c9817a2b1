namespace Foedus.Engine.Mandates;

/// <summary>How somebody came by a mandate.</summary>
public enum MandateBy
{
    Election,

    /// <summary>Credentials were accepted for so many.</summary>
    Certification,

    /// <summary>It comes with an office that is held elsewhere.</summary>
    Office,

    /// <summary>A vacancy was filled, so that the term is that of who left.</summary>
    Vacancy,

    /// <summary>The next in order came in.</summary>
    Succession,
}
