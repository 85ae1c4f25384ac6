namespace RevenueModel.Diagnostics;

/// <summary>The failures that a closed deal can show.</summary>
/// <remarks>A combination of flags.</remarks>
[Flags]
public enum DealFlaws
{
    /// <summary>None, or not recorded.</summary>
    None = 0,

    /// <summary>One of two buyers, IT or OT, was engaged in discovery.</summary>
    OneBuyer = 1,

    /// <summary>Both buyers were engaged, and one consultant worked on the deal where one of each kind is
    /// needed.</summary>
    OneConsultant = 2,

    /// <summary>Some of the champions that a deal needs were found, and not all.</summary>
    MissingChampion = 4,
}
