namespace RevenueModel.Organization;

/// <summary>The partners of a deal, in the order of names, with the sums of the weights of their touches.</summary>
internal sealed class DealTouches
{
    /// <summary>Gets the partners who sourced the deal.</summary>
    public SortedDictionary<string, decimal> Sourced { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the partners who influenced it and did not source it.</summary>
    public SortedDictionary<string, decimal> Influenced { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets all partners.</summary>
    public SortedDictionary<string, decimal> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the number of touches.</summary>
    public int Count { get; private set; }

    /// <summary>Gets whether a touch influenced the deal.</summary>
    public bool HasInfluence { get; private set; }

    public void Add(PartnerTouch touch, string partner)
    {
        Count++;
        HasInfluence |= touch.Kind == PartnerTouchKind.Influenced;
        decimal weight = All.GetValueOrDefault(partner) + touch.Weight;
        All[partner] = weight;
        bool isSource = touch.Kind == PartnerTouchKind.Sourced || Sourced.ContainsKey(partner);
        (isSource ? Sourced : Influenced)[partner] = weight;
        if (isSource)
        {
            Influenced.Remove(partner);
        }
    }
}
