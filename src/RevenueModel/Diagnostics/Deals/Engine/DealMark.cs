using System.Runtime.InteropServices;

namespace RevenueModel.Diagnostics;

/// <summary>The marks of a deal by other records. The default: nothing is recorded.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DealMark
{
    /// <summary>The gap of a deal with all champions.</summary>
    public const int NoGap = -1;

    /// <summary>True if a kind of consultant did not work on the deal; null if its team is not recorded.</summary>
    public bool? LacksConsultant;

    /// <summary>The place of what the deal lacks for a missing champion, or <see cref="NoGap"/>; null if its
    /// stakeholders are not recorded.</summary>
    public int? Gap;

    /// <summary>The discount; null if it is not recorded.</summary>
    public decimal? Discount;
}
