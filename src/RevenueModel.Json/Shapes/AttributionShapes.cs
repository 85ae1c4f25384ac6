using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of the attribution of deals to partners and to engaged buyers.</summary>
internal static class AttributionShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<PartnerTouchKind>();
        shapes.AddEnum<AttributionConvention>();
        shapes.Add<PartnerTouch>(PartnerTouchForm);
        shapes.Add<AttributionTerms>(AttributionTermsForm);
        shapes.Add<PartnerCredit>(PartnerCreditForm);
        shapes.Add<DealAttribution>(DealAttributionForm);
        shapes.Add<PartnerAttribution>(PartnerAttributionForm);
        shapes.Add<EngagementGroup>(EngagementGroupForm);
        shapes.Add<EngagementAttribution>(EngagementAttributionForm);
    }

    private static Func<Values<PartnerTouch>, PartnerTouch> PartnerTouchForm(RecordBuilder<PartnerTouch> record)
    {
        var dealId = record.Required("dealId", static x => x.DealId, Forms.Name);
        var partner = record.Required("partner", static x => x.Partner, Forms.Name);
        var kind = record.Required("kind", static x => x.Kind);
        var weight = record.Optional("weight", static x => x.Weight, fallback: 1m);
        return values => new PartnerTouch
        {
            DealId = values.Get(dealId),
            Partner = values.Get(partner),
            Kind = values.Get(kind),
            Weight = values.Get(weight),
        };
    }

    private static Func<Values<AttributionTerms>, AttributionTerms> AttributionTermsForm(
        RecordBuilder<AttributionTerms> record)
    {
        var convention = record.Optional("convention", static x => x.Convention);
        var sourcedShare = record.Optional("sourcedShare", static x => x.SourcedShare, fallback: 1m);
        var influencedShare = record.Optional("influencedShare", static x => x.InfluencedShare);
        var partnerShare = record.Optional("partnerShare", static x => x.PartnerShare, fallback: 1m);
        return values => new AttributionTerms
        {
            Convention = values.Get(convention),
            SourcedShare = values.Get(sourcedShare),
            InfluencedShare = values.Get(influencedShare),
            PartnerShare = values.Get(partnerShare),
        };
    }

    private static Func<Values<PartnerCredit>, PartnerCredit> PartnerCreditForm(RecordBuilder<PartnerCredit> record)
    {
        var partner = record.Required("partner", static x => x.Partner, Forms.Name);
        var sourced = record.Optional("sourced", static x => x.Sourced, Forms.NotNegative);
        var influenced = record.Optional("influenced", static x => x.Influenced, Forms.NotNegative);
        return values => new PartnerCredit
        {
            Partner = values.Get(partner),
            Sourced = values.Get(sourced),
            Influenced = values.Get(influenced),
        };
    }

    private static Func<Values<DealAttribution>, DealAttribution> DealAttributionForm(
        RecordBuilder<DealAttribution> record)
    {
        var dealId = record.Required("dealId", static x => x.DealId, Forms.Name);
        var amount = record.Required("amount", static x => x.Amount, Forms.NotNegative);
        var credits = record.Optional("credits", static x => x.Credits);
        var ownTeam = record.Required("ownTeam", static x => x.OwnTeam, Forms.NotNegative);
        return values => new DealAttribution
        {
            DealId = values.Get(dealId),
            Amount = values.Get(amount),
            Credits = values.Get(credits),
            OwnTeam = values.Get(ownTeam),
        };
    }

    private static Func<Values<PartnerAttribution>, PartnerAttribution> PartnerAttributionForm(
        RecordBuilder<PartnerAttribution> record)
    {
        var deals = record.Required("deals", static x => x.Deals);
        var sourced = record.Required("sourced", static x => x.Sourced);
        var influencedOnly = record.Required("influencedOnly", static x => x.InfluencedOnly);
        var direct = record.Required("direct", static x => x.Direct);
        var influenced = record.Required("influenced", static x => x.Influenced);
        var credits = record.Optional("credits", static x => x.Credits);
        var ownTeam = record.Required("ownTeam", static x => x.OwnTeam, Forms.NotNegative);
        var touchesWithoutDeal = record.Optional(
            "touchesWithoutDeal", static x => x.TouchesWithoutDeal, Forms.CountOrZero);
        return values => new PartnerAttribution
        {
            Deals = values.Get(deals),
            Sourced = values.Get(sourced),
            InfluencedOnly = values.Get(influencedOnly),
            Direct = values.Get(direct),
            Influenced = values.Get(influenced),
            Credits = values.Get(credits),
            OwnTeam = values.Get(ownTeam),
            TouchesWithoutDeal = values.Get(touchesWithoutDeal),
        };
    }

    private static Func<Values<EngagementGroup>, EngagementGroup> EngagementGroupForm(
        RecordBuilder<EngagementGroup> record)
    {
        var engagement = record.Required("engagement", static x => x.Engagement);
        var winRate = record.Required("winRate", static x => x.WinRate);
        var open = record.Required("open", static x => x.Open);
        return values => new EngagementGroup
        {
            Engagement = values.Get(engagement),
            WinRate = values.Get(winRate),
            Open = values.Get(open),
        };
    }

    private static Func<Values<EngagementAttribution>, EngagementAttribution> EngagementAttributionForm(
        RecordBuilder<EngagementAttribution> record)
    {
        var groups = record.Required("groups", static x => x.Groups);
        var dualBuyer = record.Required("dualBuyer", static x => x.DualBuyer);
        return values => new EngagementAttribution
        {
            Groups = values.Get(groups),
            DualBuyer = values.Get(dualBuyer),
        };
    }
}
