namespace RevenueModel.Retention;

/// <summary>The parts of an analysis that one pass over the data computes.</summary>
[Flags]
public enum RetentionParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The bridge.</summary>
    Bridge = 1,

    /// <summary>The closed cohorts that end with each reported period: NRR, GRR and logo retention.</summary>
    Windows = 2,

    /// <summary>The cohort triangles.</summary>
    Cohorts = 4,

    /// <summary>Everything. The default of the methods.</summary>
    All = Bridge | Windows | Cohorts,
}
