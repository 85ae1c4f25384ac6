namespace RevenueModel.Primitives;

/// <summary>Which of two compared alternatives is better.</summary>
public enum Preference
{
    /// <summary>Both are equally good.</summary>
    Neither = 0,

    /// <summary>The first: the current one, where a current one is compared with a proposed one.</summary>
    First = 1,

    /// <summary>The second: the proposed one.</summary>
    Second = 2,
}
