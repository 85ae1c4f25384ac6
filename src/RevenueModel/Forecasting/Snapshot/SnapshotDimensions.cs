namespace RevenueModel.Forecasting;

/// <summary>What the deals of a snapshot are grouped by; any combination.</summary>
[Flags]
public enum SnapshotDimensions
{
    /// <summary>Nothing: one group of all deals.</summary>
    None = 0,

    /// <summary>The stage of open deals.</summary>
    Stage = 1,

    /// <summary>The segment.</summary>
    Segment = 2,

    /// <summary>The month of the close, expected or actual.</summary>
    Month = 4,

    /// <summary>The fiscal quarter of the close, expected or actual.</summary>
    Quarter = 8,

    /// <summary>New logo, expansion or renewal.</summary>
    Motion = 16,

    /// <summary>The forecast category.</summary>
    Category = 32,
}
