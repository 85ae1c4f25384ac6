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

    /// <summary>Both buyers were engaged, and a kind of consultant that such a deal needs did not work on
    /// it.</summary>
    MissingConsultant = 2,

    /// <summary>A champion that a deal needs was not found.</summary>
    MissingChampion = 4,
}
