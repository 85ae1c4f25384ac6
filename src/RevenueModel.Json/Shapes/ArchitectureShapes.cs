using RevenueModel.Architectures;

namespace RevenueModel.Json;

/// <summary>The JSON forms of architectures and their published figures.</summary>
internal static class ArchitectureShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<VendorCustomers>(VendorCustomersForm);
        shapes.Add<PublishedMeasure>(PublishedMeasureForm);
        shapes.Add<PublishedCoverage>(PublishedCoverageForm);
        shapes.Add<BuyerMotionFigures>(BuyerMotionFiguresForm);
        shapes.AddValue<ChannelExpansion>(ChannelExpansionForm);
        shapes.Add<ChannelFigures>(ChannelFiguresForm);
        shapes.Add<DealTeamCoverage>(DealTeamCoverageForm);
        shapes.Add<ExpansionFigures>(ExpansionFiguresForm);
        shapes.Add<ForecastFigures>(ForecastFiguresForm);
        shapes.Add<PricingFigures>(PricingFiguresForm);
        shapes.Add<PublishedCompPlan>(PublishedCompPlanForm);
        RevenueArchitectureShape.AddTo(shapes);
    }

    private static Func<Values<VendorCustomers>, VendorCustomers> VendorCustomersForm(
        RecordBuilder<VendorCustomers> record)
    {
        var vendor = record.Required("vendor", static x => x.Vendor, Forms.Name);
        var customers = record.Required("enterpriseCustomers", static x => x.EnterpriseCustomers, Forms.Long(0));
        var isApproximate = record.Optional("isApproximate", static x => x.IsApproximate);
        var isAtLeast = record.Optional("isAtLeast", static x => x.IsAtLeast);
        return values => VendorCustomers.Of(
            values.Get(vendor), values.Get(customers), values.Get(isApproximate), values.Get(isAtLeast));
    }

    private static Func<Values<PublishedMeasure>, PublishedMeasure> PublishedMeasureForm(
        RecordBuilder<PublishedMeasure> record)
    {
        var measure = record.Required("measure", static x => x.Measure);
        var target = record.Optional("target", static x => x.Target, Forms.RatioBand.OrNull());
        return values => PublishedMeasure.Of(values.Get(measure), values.Get(target));
    }

    private static Func<Values<PublishedCoverage>, PublishedCoverage> PublishedCoverageForm(
        RecordBuilder<PublishedCoverage> record)
    {
        var segment = record.Required("segment", static x => x.Segment);
        return values => PublishedCoverage.Of(values.Get(segment));
    }

    private static Func<Values<BuyerMotionFigures>, BuyerMotionFigures> BuyerMotionFiguresForm(
        RecordBuilder<BuyerMotionFigures> record)
    {
        var dualBuyerWinRate = record.Required("dualBuyerWinRate", static x => x.DualBuyerWinRate, Forms.Share);
        var singleBuyerWinRate = record.Required(
            "singleBuyerWinRate", static x => x.SingleBuyerWinRate, Forms.PositiveShare);
        var statedRatio = record.Optional("statedRatio", static x => x.StatedRatio, Forms.Positive.OrNull());
        var condition = record.Optional("condition", static x => x.Condition, Forms.Name!);
        var source = record.Optional("source", static x => x.Source, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new BuyerMotionFigures
        {
            DualBuyerWinRate = values.Get(dualBuyerWinRate),
            SingleBuyerWinRate = values.Get(singleBuyerWinRate),
            StatedRatio = values.Get(statedRatio),
            Condition = values.Get(condition),
            Source = values.Get(source),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<ChannelExpansion>, ChannelExpansion> ChannelExpansionForm(
        RecordBuilder<ChannelExpansion> record)
    {
        var channel = record.Required("channel", static x => x.Channel);
        var expansion = record.Required("expansion", static x => x.Expansion);
        return values => new ChannelExpansion(values.Get(channel), values.Get(expansion));
    }

    private static Func<Values<ChannelFigures>, ChannelFigures> ChannelFiguresForm(
        RecordBuilder<ChannelFigures> record)
    {
        var enterpriseCoImplementedByAllShare = record.Optional(
            "enterpriseCoImplementedByAllShare",
            static x => x.EnterpriseCoImplementedByAllShare,
            Forms.Share.OrNull());
        var coImplementedBy = record.Optional(
            "coImplementedBy", static x => x.CoImplementedBy, Forms.List(Forms.Name));
        var specialtyKind = record.Optional("specialtyKind", static x => x.SpecialtyKind, Forms.Name!);
        var source = record.Optional("source", static x => x.Source, Forms.Name!);
        var pipelineLostWithoutSpecialtyIntegrators = record.Optional(
            "pipelineLostWithoutSpecialtyIntegrators",
            static x => x.PipelineLostWithoutSpecialtyIntegrators,
            Forms.Share.OrNull());
        var isPipelineLossApproximate = record.Optional(
            "isPipelineLossApproximate", static x => x.IsPipelineLossApproximate);
        var boutiqueShareOfMidMarket = record.Optional(
            "boutiqueShareOfMidMarket", static x => x.BoutiqueShareOfMidMarket, Forms.ShareBand.OrNull());
        var expansion = record.Optional("expansion", static x => x.Expansion);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new ChannelFigures
        {
            EnterpriseCoImplementedByAllShare = values.Get(enterpriseCoImplementedByAllShare),
            CoImplementedBy = values.Get(coImplementedBy),
            SpecialtyKind = values.Get(specialtyKind),
            Source = values.Get(source),
            PipelineLostWithoutSpecialtyIntegrators = values.Get(pipelineLostWithoutSpecialtyIntegrators),
            IsPipelineLossApproximate = values.Get(isPipelineLossApproximate),
            BoutiqueShareOfMidMarket = values.Get(boutiqueShareOfMidMarket),
            Expansion = values.Get(expansion),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<DealTeamCoverage>, DealTeamCoverage> DealTeamCoverageForm(
        RecordBuilder<DealTeamCoverage> record)
    {
        var roles = record.Optional("roles", static x => x.Roles, Forms.List(Forms.Name));
        var peoplePerDeal = record.Optional("peoplePerDeal", static x => x.PeoplePerDeal, Forms.Count.OrNull());
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var winRateLossWithOne = record.Optional(
            "winRateLossWithOne", static x => x.WinRateLossWithOne, Forms.Share.OrNull());
        var condition = record.Optional("condition", static x => x.Condition, Forms.Name!);
        var scopes = record.Optional("scopes", static x => x.Scopes);
        var requiredFromSegment = record.Optional(
            "requiredFromSegment", static x => x.RequiredFromSegment, Forms.Name!);
        return values => new DealTeamCoverage
        {
            Roles = values.Get(roles),
            PeoplePerDeal = values.Get(peoplePerDeal),
            Segment = values.Get(segment),
            WinRateLossWithOne = values.Get(winRateLossWithOne),
            Condition = values.Get(condition),
            Scopes = values.Get(scopes),
            RequiredFromSegment = values.Get(requiredFromSegment),
        };
    }

    private static Func<Values<ExpansionFigures>, ExpansionFigures> ExpansionFiguresForm(
        RecordBuilder<ExpansionFigures> record)
    {
        var volumeUnit = record.Optional("volumeUnit", static x => x.VolumeUnit, Forms.Name!);
        var volume = record.Optional("volume", static x => x.Volume);
        var volumeDisclosedBy = record.Optional("volumeDisclosedBy", static x => x.VolumeDisclosedBy, Forms.Name!);
        var volumeDisclosedIn = record.Optional(
            "volumeDisclosedIn", static x => x.VolumeDisclosedIn, Forms.Count.OrNull());
        var volumeGrowsWith = record.Optional("volumeGrowsWith", static x => x.VolumeGrowsWith);
        var acvMultiple = record.Optional("acvMultiple", static x => x.AcvMultiple);
        var statedVolumeGrowthPerYear = record.Optional(
            "statedVolumeGrowthPerYear", static x => x.StatedVolumeGrowthPerYear, Forms.Ratio.OrNull());
        var drivers = record.Optional("drivers", static x => x.Drivers);
        var moduleUplift = record.Optional("moduleUplift", static x => x.ModuleUplift, Forms.ShareBand.OrNull());
        var attachLagPoints = record.Optional(
            "attachLagPoints", static x => x.AttachLagPoints, Forms.AmountBand.OrNull());
        var expansionLagPoints = record.Optional(
            "expansionLagPoints", static x => x.ExpansionLagPoints, Forms.AmountBand.OrNull());
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new ExpansionFigures
        {
            VolumeUnit = values.Get(volumeUnit),
            Volume = values.Get(volume),
            VolumeDisclosedBy = values.Get(volumeDisclosedBy),
            VolumeDisclosedIn = values.Get(volumeDisclosedIn),
            VolumeGrowsWith = values.Get(volumeGrowsWith),
            AcvMultiple = values.Get(acvMultiple),
            StatedVolumeGrowthPerYear = values.Get(statedVolumeGrowthPerYear),
            Drivers = values.Get(drivers),
            ModuleUplift = values.Get(moduleUplift),
            AttachLagPoints = values.Get(attachLagPoints),
            ExpansionLagPoints = values.Get(expansionLagPoints),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<ForecastFigures>, ForecastFigures> ForecastFiguresForm(
        RecordBuilder<ForecastFigures> record)
    {
        var installBase = record.Required("installBase", static x => x.InstallBase);
        var vendors = record.Optional("vendors", static x => x.Vendors);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new ForecastFigures
        {
            InstallBase = values.Get(installBase),
            Vendors = values.Get(vendors),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PricingFigures>, PricingFigures> PricingFiguresForm(
        RecordBuilder<PricingFigures> record)
    {
        var predictableTiers = record.Required("predictableTiers", static x => x.PredictableTiers);
        var pureUsage = record.Required("pureUsage", static x => x.PureUsage);
        var statedRetentionGapPoints = record.Optional(
            "statedRetentionGapPoints", static x => x.StatedRetentionGapPoints, Forms.AmountBand.OrNull());
        var billShockMultiple = record.Optional(
            "billShockMultiple", static x => x.BillShockMultiple, Forms.AboveOne.OrNull());
        var source = record.Optional("source", static x => x.Source, Forms.Name!);
        var pricedUnits = record.Optional("pricedUnits", static x => x.PricedUnits);
        var instrument = record.Optional("instrument", static x => x.Instrument, Forms.Name!);
        var offer = record.Optional("offer", static x => x.Offer, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PricingFigures
        {
            PredictableTiers = values.Get(predictableTiers),
            PureUsage = values.Get(pureUsage),
            StatedRetentionGapPoints = values.Get(statedRetentionGapPoints),
            BillShockMultiple = values.Get(billShockMultiple),
            Source = values.Get(source),
            PricedUnits = values.Get(pricedUnits),
            Instrument = values.Get(instrument),
            Offer = values.Get(offer),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PublishedCompPlan>, PublishedCompPlan> PublishedCompPlanForm(
        RecordBuilder<PublishedCompPlan> record)
    {
        var role = record.Required("role", static x => x.Role, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var onTargetEarnings = record.Required("onTargetEarnings", static x => x.OnTargetEarnings, Forms.PositiveBand);
        var payMix = record.Required("payMix", static x => x.PayMix);
        var measures = record.Optional("measures", static x => x.Measures);
        var residualRate = record.Optional("residualRate", static x => x.ResidualRate, Forms.ShareBand.OrNull());
        var residualOf = record.Optional("residualOf", static x => x.ResidualOf, Forms.Name!);
        var otherResidualOf = record.Optional("otherResidualOf", static x => x.OtherResidualOf, Forms.Name!);
        var since = record.Optional("since", static x => x.Since, Forms.Count.OrNull());
        var acceleratedProduct = record.Optional(
            "acceleratedProduct", static x => x.AcceleratedProduct, Forms.Name!);
        var residualMonths = record.Optional(
            "residualMonths", static x => x.ResidualMonths, Forms.Count.OrNull());
        var vesting = record.Optional("vesting", static x => x.Vesting);
        var draw = record.Optional("draw", static x => x.Draw, Forms.AmountBand.OrNull());
        var gate = record.Optional("gate", static x => x.Gate);
        var coverage = record.Optional("coverage", static x => x.Coverage);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PublishedCompPlan
        {
            Role = values.Get(role),
            Segment = values.Get(segment),
            OnTargetEarnings = values.Get(onTargetEarnings),
            PayMix = values.Get(payMix),
            Measures = values.Get(measures),
            ResidualRate = values.Get(residualRate),
            ResidualOf = values.Get(residualOf),
            OtherResidualOf = values.Get(otherResidualOf),
            Since = values.Get(since),
            AcceleratedProduct = values.Get(acceleratedProduct),
            ResidualMonths = values.Get(residualMonths),
            Vesting = values.Get(vesting),
            Draw = values.Get(draw),
            Gate = values.Get(gate),
            Coverage = values.Get(coverage),
            Citation = values.Get(citation),
        };
    }
}
