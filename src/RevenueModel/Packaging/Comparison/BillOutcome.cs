
namespace RevenueModel.Packaging;

/// <summary>What a change of plan does to what a customer pays.</summary>
public enum BillOutcome
{
    /// <summary>The customer pays the same.</summary>
    Unchanged = 0,

    /// <summary>The customer pays less.</summary>
    Wins = 1,

    /// <summary>The customer pays more.</summary>
    Loses = 2,
}
