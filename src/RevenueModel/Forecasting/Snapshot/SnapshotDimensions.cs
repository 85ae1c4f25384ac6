namespace RevenueModel.Forecasting;

/// <summary>The properties by which the deals of a snapshot are grouped, in any combination.</summary>
[Flags]
public enum SnapshotDimensions
{
    /// <summary>No property: one group of all deals.</summary>
    None = 0,

    /// <summary>The stage of open deals.</summary>
    Stage = 1,

    /// <summary>The segment.</summary>
    Segment = 2,

    /// <summary>The month of the close, expected or actual.</summary>
    Month = 4,

    /// <summary>The fiscal quarter of the close, expected or actual.</summary>
    Quarter = 8,

    /// <summary>The sales motion.</summary>
    Motion = 16,

    /// <summary>The forecast category.</summary>
    Category = 32,
}
