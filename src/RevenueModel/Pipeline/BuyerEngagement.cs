namespace RevenueModel.Pipeline;

/// <summary>Which of the two buying organisations a deal has engaged in discovery.</summary>
/// <remarks>A combination: <see cref="Both"/> is <see cref="It"/> and <see cref="Ot"/>.</remarks>
[Flags]
public enum BuyerEngagement
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>Information technology: CIO, architecture, security.</summary>
    It = 1,

    /// <summary>Operational technology: operations, plant, reliability and controls engineering.</summary>
    Ot = 2,

    /// <summary>Both organisations.</summary>
    Both = It | Ot,
}
