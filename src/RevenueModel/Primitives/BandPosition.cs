
namespace RevenueModel.Primitives;

/// <summary>Where a value lies in relation to a <see cref="Band{T}"/>.</summary>
public enum BandPosition
{
    /// <summary>Below the lower end.</summary>
    Below = -1,

    /// <summary>Inside the band; both ends belong to it.</summary>
    In = 0,

    /// <summary>Above the upper end. Nothing is above a band that is open at the top.</summary>
    Above = 1,
}
