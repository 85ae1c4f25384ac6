
namespace RevenueModel.Compensation.Analysis;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Unusual, and perhaps meant.</summary>
    Note = 0,

    /// <summary>Likely to cost something, or to disappoint people.</summary>
    Warning = 1,

    /// <summary>A known way in which plans fail.</summary>
    Serious = 2,
}
