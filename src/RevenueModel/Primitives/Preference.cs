namespace RevenueModel.Primitives;

/// <summary>The better of two compared alternatives.</summary>
public enum Preference
{
    /// <summary>Both are equally good.</summary>
    Neither = 0,

    /// <summary>The first alternative; the current one if a current one is compared with a proposed one.</summary>
    First = 1,

    /// <summary>The second alternative; the proposed one.</summary>
    Second = 2,
}
