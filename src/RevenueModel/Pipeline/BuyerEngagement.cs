namespace RevenueModel.Pipeline;

/// <summary>The buying organizations that a deal has engaged in discovery.</summary>
/// <remarks>A combination of flags: <see cref="Both"/> is <see cref="IT"/> and <see cref="OT"/>.</remarks>
[Flags]
public enum BuyerEngagement
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>Information technology: CIO, architecture, security.</summary>
    IT = 1,

    /// <summary>Operational technology: operations, plant, reliability and controls engineering.</summary>
    OT = 2,

    /// <summary>Both organizations.</summary>
    Both = IT | OT,
}
