namespace RevenueModel.Organization;

/// <summary>The kinds of partners that take part in a deal or serve an account.</summary>
public enum PartnerCoverage
{
    /// <summary>No listed partner takes part: direct.</summary>
    None = 0,

    /// <summary>Partners of one or more kinds take part, and not of each kind.</summary>
    Some = 1,

    /// <summary>Partners of each kind take part.</summary>
    All = 2,
}
