using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A person on the buyer's side of a deal.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Stakeholder
{
    private const StakeholderRoles All = StakeholderRoles.Influencer | StakeholderRoles.User
        | StakeholderRoles.Champion | StakeholderRoles.SignOff | StakeholderRoles.Veto;

    /// <summary>Gets the name of the person.</summary>
    public required string Person { get; init => field = Guard.Against.Blank(value, nameof(Person)); }

    /// <summary>Gets the title, such as CISO, or <see langword="null"/> if it is not recorded.</summary>
    public string? Title { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Title)); }

    /// <summary>Gets the name of the side that the person belongs to, or <see langword="null"/> if it is not
    /// recorded.</summary>
    public string? Side { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Side)); }

    /// <summary>Gets the roles of the person in the decision. Default: none is known.</summary>
    public StakeholderRoles Roles
    {
        get;
        init => field = (value & ~All) == StakeholderRoles.None
            ? value
            : throw DomainGuards.OutOfRange(nameof(Roles), value, "a combination of the roles");
    }

    /// <summary>Gets the attitude to the deal. Default: unknown.</summary>
    public StakeholderStance Stance { get; init => field = Guard.Against.Undefined(value, nameof(Stance)); }

    /// <summary>Gets the name of the <see cref="ChampionRole"/> that the person fills, or <see langword="null"/> if it
    /// follows from the side and the title. A person with a name here is a champion.</summary>
    public string? ChampionOf { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(ChampionOf)); }

    /// <summary>Gets whether the person is a champion: by <see cref="Roles"/> or by <see cref="ChampionOf"/>, and
    /// neither neutral nor opposed.</summary>
    public bool IsChampion =>
        (ChampionOf is not null || Roles.HasFlag(StakeholderRoles.Champion))
        && Stance is StakeholderStance.Unknown or StakeholderStance.Supports;

    /// <summary>Returns the person, the title, the side and the attitude.</summary>
    public override string ToString() => Person
        + (Title is null ? "" : ", " + Title)
        + (Side is null ? "" : Invariant($" ({Side})"))
        + (Roles == StakeholderRoles.None ? "" : Invariant($", {Roles}"))
        + (Stance == StakeholderStance.Unknown ? "" : Invariant($", {Stance.ToString().ToLowerInvariant()}"));
}

/// <summary>The roles of a person in a decision to buy.</summary>
/// <remarks>A combination of flags: a person can be the champion and sign off.</remarks>
[Flags]
public enum StakeholderRoles
{
    /// <summary>No role is known. The default.</summary>
    None = 0,

    /// <summary>Is heard before the decision.</summary>
    Influencer = 1,

    /// <summary>Works with the product.</summary>
    User = 2,

    /// <summary>Sells the deal inside the buyer's organization.</summary>
    Champion = 4,

    /// <summary>Signs off for a side: the economic buyer.</summary>
    SignOff = 8,

    /// <summary>Can stop the deal.</summary>
    Veto = 16,
}

/// <summary>The attitude of a person to a deal.</summary>
public enum StakeholderStance
{
    /// <summary>Not known. The default.</summary>
    Unknown = 0,

    /// <summary>Supports the deal.</summary>
    Supports = 1,

    /// <summary>Neither supports nor opposes it.</summary>
    Neutral = 2,

    /// <summary>Opposes it.</summary>
    Opposes = 3,
}
