
namespace RevenueModel.Architectures;

/// <summary>How far accounts expand, as a ranking.</summary>
public enum ExpansionLevel
{
    /// <summary>Little.</summary>
    Limited = 0,

    /// <summary>Some.</summary>
    Moderate = 1,

    /// <summary>The most.</summary>
    Highest = 2,
}
