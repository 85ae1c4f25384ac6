
namespace RevenueModel.Compensation.Analysis;

/// <summary>Which of two plans pays a person more.</summary>
public enum CompPlanPreference
{
    /// <summary>Both pay the same.</summary>
    Neither = 0,

    /// <summary>The first one.</summary>
    First = 1,

    /// <summary>The second one.</summary>
    Second = 2,
}
