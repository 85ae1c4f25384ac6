using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The partners of a company by kind; each partner is of one kind.</summary>
/// <remarks>Immutable; equal by value. Names are compared ignoring case. Created by
/// <see cref="Of(ReadOnlySpan{PartnerKind})"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerNetwork
{
    private PartnerNetwork(ValueList<PartnerKind> kinds) => Kinds = kinds;

    /// <summary>Gets the kinds, at least one.</summary>
    public ValueList<PartnerKind> Kinds { get; }

    /// <summary>Creates a network.</summary>
    /// <param name="kinds">The kinds, at least one, with different names and different partners.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">There is no kind, a kind is null or occurs twice, or two kinds have the
    /// same partner; the message names it.</exception>
    public static PartnerNetwork Of(params ReadOnlySpan<PartnerKind> kinds)
    {
        if (kinds.IsEmpty)
        {
            throw new ArgumentException("kinds had no kind; a network has at least one.", nameof(kinds));
        }

        ValueList<PartnerKind> distinct = DomainGuards.RequireDistinct(
            ValueList.Create(kinds), static kind => kind.Name, nameof(kinds), "name");
        var kindOf = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (PartnerKind kind in distinct)
        {
            foreach (string partner in kind.Partners)
            {
                if (!kindOf.TryAdd(partner, kind.Name))
                {
                    throw new ArgumentException(
                        Invariant($"kinds had the partner \"{partner}\" in \"{kindOf[partner]}\" and in ")
                            + Invariant($"\"{kind.Name}\"; one kind is expected."),
                        nameof(kinds));
                }
            }
        }

        return new PartnerNetwork(distinct);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{PartnerKind})"/>
    public static PartnerNetwork Of(IEnumerable<PartnerKind> kinds) => Of(kinds.AsItems());

    /// <summary>Finds the kind of a partner.</summary>
    /// <param name="partner">The name of the partner, ignoring case.</param>
    /// <returns>The kind, or <see langword="null"/> if no kind lists the partner.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="partner"/> is null.</exception>
    public PartnerKind? FindKind(string partner)
    {
        Guard.Against.Null(partner);
        foreach (PartnerKind kind in Kinds)
        {
            if (NameLookup.IndexOf(kind.Partners.AsSpan(), partner, static name => name) >= 0)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Returns the kinds and their numbers of partners.</summary>
    public override string ToString() => string.Join(", ", Kinds.Select(static kind =>
        Invariant($"{kind.Name} ({Plural.Of(kind.Partners.Count, "partner")})")));
}
