namespace RevenueModel.Pipeline;

/// <summary>The outcome of a deal: open, won or lost.</summary>
public enum DealOutcome
{
    /// <summary>Still in an open stage.</summary>
    Open = 0,

    /// <summary>Closed-won.</summary>
    Won = 1,

    /// <summary>Closed-lost.</summary>
    Lost = 2,
}
