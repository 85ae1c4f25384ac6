namespace RevenueModel.Architectures;

/// <summary>The results of comparing printed figures with the figures that they imply.</summary>
public enum ConsistencyVerdict
{
    /// <summary>The printed figures agree with the implied ones. The default.</summary>
    Agrees = 0,

    /// <summary>The implied figure rounds to the printed one.</summary>
    AgreesRounded = 1,

    /// <summary>The printed figures cannot all hold.</summary>
    Contradicts = 2,

    /// <summary>The printed figures need one that is not published, such as a band between two bands.</summary>
    Incomplete = 3,

    /// <summary>The implied figure qualifies the printed ones and does not contradict them.</summary>
    Note = 4,
}
