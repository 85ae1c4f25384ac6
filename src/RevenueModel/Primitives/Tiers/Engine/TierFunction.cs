using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>The amount due as a function of the quantity: straight pieces, with jumps between them if a rate is
/// retroactive.</summary>
internal sealed class TierFunction
{
    private readonly TierPiece[] _pieces;
    private readonly TierBoundary _boundary;
    private BulkTierFunction? _bulk; // created on first use

    private TierFunction(TierPiece[] pieces, TierBoundary boundary)
    {
        _pieces = pieces;
        _boundary = boundary;
    }

    public ReadOnlySpan<TierPiece> Pieces => _pieces;

    public TierBoundary Boundary => _boundary;

    public decimal? UpTo => _pieces[^1].End;

    /// <summary>Gets the bulk form of the function.</summary>
    public BulkTierFunction Bulk => _bulk ??= new BulkTierFunction(this, AmountAt(0m));

    public static TierFunction Of(ReadOnlySpan<Tier> tiers, TierBoundary boundary)
    {
        var pieces = new TierPiece[tiers.Length];
        decimal reached = 0m; // the amount at the start of the tier, by the tiers below
        var overage = default(TierPiece); // where the run of overage tiers started
        for (int i = 0; i < tiers.Length; i++)
        {
            Tier tier = tiers[i];
            if (i == 0 || tiers[i - 1].Mode != TierMode.RetroactiveOnOverage)
            {
                overage = new TierPiece(null, tier.From, reached, 0m, 1m);
            }

            pieces[i] = tier.Mode switch
            {
                TierMode.RetroactiveToFirstUnit => new TierPiece(tier.UpTo, 0m, tier.FlatAmount, tier.Rate, 1m),
                TierMode.RetroactiveOnOverage =>
                    new TierPiece(tier.UpTo, overage.Anchor, overage.Amount + tier.FlatAmount, tier.Rate, 1m),
                TierMode.Interpolated => new TierPiece(
                    tier.UpTo, tier.From, reached, tier.AmountAtEnd!.Value - reached, tier.UpTo!.Value - tier.From),
                _ => new TierPiece(tier.UpTo, tier.From, reached + tier.FlatAmount, tier.Rate, 1m),
            };
            reached = tier.UpTo is { } end ? pieces[i].AmountAt(end) : 0m;
        }

        return new TierFunction(pieces, boundary);
    }

    /// <summary>Returns the position of the piece in which a quantity lies, or -1 if the quantity is above the last
    /// one.</summary>
    public int IndexOf(decimal quantity)
    {
        TierPiece[] pieces = _pieces;
        for (int i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].End is not { } end
                || quantity < end
                || (quantity == end && _boundary == TierBoundary.ToLowerTier))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the amount due; zero for a quantity of zero or below.</summary>
    /// <param name="quantity">The quantity, within the last tier.</param>
    /// <param name="name">The parameter of the caller that holds the quantity.</param>
    public decimal AmountAt(decimal quantity, string name = "quantity")
    {
        if (quantity <= 0m)
        {
            return quantity == 0m && _boundary == TierBoundary.ToUpperTier ? _pieces[0].AmountAt(0m) : 0m;
        }

        return AmountOfPositive(quantity, name);
    }

    /// <summary>Returns the amount due for a quantity that is known to be positive.</summary>
    /// <param name="quantity">The quantity, more than zero, within the last tier.</param>
    /// <param name="name">The parameter of the caller that holds the quantity.</param>
    public decimal AmountOfPositive(decimal quantity, string name = "quantity")
    {
        int index = IndexOf(quantity);
        return index >= 0 ? _pieces[index].AmountAt(quantity) : throw AboveTheLastTier(name, quantity);
    }

    public ArgumentOutOfRangeException AboveTheLastTier(string name, decimal quantity)
    {
        string side = _boundary == TierBoundary.ToLowerTier ? "up to" : "below";
        return DomainGuards.OutOfRange(
            name, quantity, Invariant($"a quantity {side} {UpTo}, where the last tier ends,"));
    }

    /// <summary>Returns the function in other units: a quantity multiplied by one factor gives the amount multiplied
    /// by the other.</summary>
    public TierFunction Scale(decimal quantityFactor, decimal amountFactor)
    {
        Guard.Against.NotPositive(quantityFactor);
        return new TierFunction(
            Array.ConvertAll(_pieces, piece => new TierPiece(
                piece.End * quantityFactor,
                piece.Anchor * quantityFactor,
                piece.Amount * amountFactor,
                piece.Rise * amountFactor,
                piece.Run * quantityFactor)),
            _boundary);
    }

    /// <summary>Returns the function with zero below a quantity, and reduced by an amount from there on.</summary>
    public TierFunction StartingAt(decimal quantity, decimal lessAmount)
    {
        var pieces = new List<TierPiece> { new(quantity, 0m, 0m, 0m, 1m) };
        foreach (TierPiece piece in _pieces)
        {
            if (piece.End is not { } end || end > quantity)
            {
                pieces.Add(piece with { Amount = piece.Amount - lessAmount });
            }
        }

        return new TierFunction([.. pieces], _boundary);
    }

    /// <summary>Returns the function with a constant amount beyond a quantity.</summary>
    public TierFunction EndingAt(decimal quantity)
    {
        int last = IndexOf(quantity);
        if (last < 0)
        {
            return this; // it ends before the quantity
        }

        decimal most = _pieces[last].AmountAt(quantity);
        var flat = new TierPiece(null, quantity, most, 0m, 1m);
        bool startsThere = last > 0 && _pieces[last - 1].End == quantity; // the piece is then empty
        return new TierFunction(
            startsThere
                ? [.. _pieces[..last], flat]
                : [.. _pieces[..last], _pieces[last] with { End = quantity }, flat],
            _boundary);
    }

    /// <summary>Returns the function that rises by the first piece up to a quantity, and by this function from there
    /// on.</summary>
    public TierFunction AtFirstRateUpTo(decimal quantity)
    {
        TierPiece first = _pieces[0] with { End = quantity };
        decimal shift = first.AmountAt(quantity) - AmountAt(quantity);
        var pieces = new List<TierPiece> { first };
        foreach (TierPiece piece in _pieces)
        {
            if (piece.End is not { } end || end > quantity)
            {
                pieces.Add(piece with { Amount = piece.Amount + shift });
            }
        }

        return new TierFunction([.. pieces], _boundary);
    }

    /// <summary>Returns the position of the piece just above a quantity, or -1 if there is none.</summary>
    public int IndexAbove(decimal quantity)
    {
        for (int i = 0; i < _pieces.Length; i++)
        {
            if (_pieces[i].End is not { } end || quantity < end)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the function limited to an amount.</summary>
    public TierFunction NotAbove(decimal most)
    {
        var pieces = new List<TierPiece>();
        decimal from = 0m;
        foreach (TierPiece piece in _pieces)
        {
            decimal start = piece.AmountAt(from);
            bool falls = piece.Rise < 0m;
            bool isAboveAtEnd = piece.End is { } last ? piece.AmountAt(last) > most : piece.Rise > 0m || start > most;
            if ((start > most) == isAboveAtEnd || piece.Rise == 0m || start == most)
            {
                pieces.Add(isAboveAtEnd ? Flat(piece.End) : piece);
            }
            else
            {
                decimal meeting = piece.Anchor + ((most - piece.Amount) * piece.Run / piece.Rise);
                pieces.Add(falls ? Flat(meeting) : piece with { End = meeting });
                pieces.Add(falls ? piece : Flat(piece.End));
            }

            from = piece.End ?? from;
        }

        return new TierFunction([.. pieces], _boundary);

        TierPiece Flat(decimal? end) => new(end, 0m, most, 0m, 1m);
    }
}
