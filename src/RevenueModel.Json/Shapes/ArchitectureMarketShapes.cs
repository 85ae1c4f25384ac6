using RevenueModel.Architectures;

namespace RevenueModel.Json;

/// <summary>The JSON forms of markets, buyers, partners and growth of architectures.</summary>
internal static class ArchitectureMarketShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<VendorAcquisition>(VendorAcquisitionForm);
        shapes.Add<MarketVendor>(MarketVendorForm);
        shapes.Add<MarketFigures>(MarketFiguresForm);
        shapes.Add<DisclosedNrr>(DisclosedNrrForm);
        shapes.Add<GoToMarketMotion>(GoToMarketMotionForm);
        shapes.Add<TechnicalBuyer>(TechnicalBuyerForm);
        shapes.Add<BakeOffFigures>(BakeOffFiguresForm);
        shapes.Add<PublishedRegulation>(PublishedRegulationForm);
        shapes.Add<RegulatoryFigures>(RegulatoryFiguresForm);
        shapes.Add<FreezeFigures>(FreezeFiguresForm);
        shapes.Add<PublishedPartnerKind>(PublishedPartnerKindForm);
        shapes.Add<PlanPrinciples>(PlanPrinciplesForm);
        shapes.Add<CustomerValueFigures>(CustomerValueFiguresForm);
        shapes.Add<AiShiftFigures>(AiShiftFiguresForm);
        shapes.Add<PublishedEstate>(PublishedEstateForm);
        shapes.Add<LandAndExpandFigures>(LandAndExpandFiguresForm);
        shapes.Add<DashboardFigures>(DashboardFiguresForm);
    }

    private static Func<Values<VendorAcquisition>, VendorAcquisition> VendorAcquisitionForm(
        RecordBuilder<VendorAcquisition> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var year = record.Optional("year", static x => x.Year, Forms.Count.OrNull());
        return values => new VendorAcquisition
        {
            Name = values.Get(name),
            Year = values.Get(year),
        };
    }

    private static Func<Values<MarketVendor>, MarketVendor> MarketVendorForm(RecordBuilder<MarketVendor> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var products = record.Optional("products", static x => x.Products);
        var arr = record.Optional("arr", static x => x.Arr, Forms.AmountBand.OrNull());
        var valuation = record.Optional("valuation", static x => x.Valuation, Forms.AmountBand.OrNull());
        var isApproximate = record.Optional("isApproximate", static x => x.IsApproximate);
        var status = record.Optional("status", static x => x.Status, Forms.Name!);
        var ticker = record.Optional("ticker", static x => x.Ticker, Forms.Name!);
        var formerName = record.Optional("formerName", static x => x.FormerName, Forms.Name!);
        var builtOn = record.Optional("builtOn", static x => x.BuiltOn, Forms.Name!);
        var acquisitions = record.Optional("acquisitions", static x => x.Acquisitions);
        var jointVentureOf = record.Optional("jointVentureOf", static x => x.JointVentureOf);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new MarketVendor
        {
            Name = values.Get(name),
            Products = values.Get(products),
            Arr = values.Get(arr),
            Valuation = values.Get(valuation),
            IsApproximate = values.Get(isApproximate),
            Status = values.Get(status),
            Ticker = values.Get(ticker),
            FormerName = values.Get(formerName),
            BuiltOn = values.Get(builtOn),
            Acquisitions = values.Get(acquisitions),
            JointVentureOf = values.Get(jointVentureOf),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<MarketFigures>, MarketFigures> MarketFiguresForm(RecordBuilder<MarketFigures> record)
    {
        var vendors = record.Optional("vendors", static x => x.Vendors);
        var vendorsBySegment = record.Optional("vendorsBySegment", static x => x.VendorsBySegment);
        var namedAccounts = record.Optional("namedAccounts", static x => x.NamedAccounts);
        var camps = record.Optional("camps", static x => x.Camps);
        var competitors = record.Optional("competitors", static x => x.Competitors);
        var serviceProviders = record.Optional("serviceProviders", static x => x.ServiceProviders);
        var services = record.Optional("services", static x => x.Services);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new MarketFigures
        {
            Vendors = values.Get(vendors),
            VendorsBySegment = values.Get(vendorsBySegment),
            NamedAccounts = values.Get(namedAccounts),
            Camps = values.Get(camps),
            Competitors = values.Get(competitors),
            ServiceProviders = values.Get(serviceProviders),
            Services = values.Get(services),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<DisclosedNrr>, DisclosedNrr> DisclosedNrrForm(RecordBuilder<DisclosedNrr> record)
    {
        var vendor = record.Required("vendor", static x => x.Vendor, Forms.Name);
        var year = record.Required("year", static x => x.Year, Forms.Count);
        var nrr = record.Required("nrr", static x => x.Nrr, Forms.Ratio);
        var isBestInClass = record.Optional("isBestInClass", static x => x.IsBestInClass);
        var scope = record.Optional("scope", static x => x.Scope, Forms.Name!);
        var cause = record.Optional("cause", static x => x.Cause, Forms.Name!);
        var pricingModel = record.Optional("pricingModel", static x => x.PricingModel, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new DisclosedNrr
        {
            Vendor = values.Get(vendor),
            Year = values.Get(year),
            Nrr = values.Get(nrr),
            IsBestInClass = values.Get(isBestInClass),
            Scope = values.Get(scope),
            Cause = values.Get(cause),
            PricingModel = values.Get(pricingModel),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<GoToMarketMotion>, GoToMarketMotion> GoToMarketMotionForm(
        RecordBuilder<GoToMarketMotion> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var playbook = record.Required("playbook", static x => x.Playbook, Forms.Name);
        var usedBy = record.Optional("usedBy", static x => x.UsedBy, Forms.Name!);
        var purpose = record.Optional("purpose", static x => x.Purpose, Forms.Name!);
        var vendors = record.Optional("vendors", static x => x.Vendors);
        var segments = record.Optional("segments", static x => x.Segments);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new GoToMarketMotion
        {
            Name = values.Get(name),
            Playbook = values.Get(playbook),
            UsedBy = values.Get(usedBy),
            Purpose = values.Get(purpose),
            Vendors = values.Get(vendors),
            Segments = values.Get(segments),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<TechnicalBuyer>, TechnicalBuyer> TechnicalBuyerForm(
        RecordBuilder<TechnicalBuyer> record)
    {
        var roles = record.Optional("roles", static x => x.Roles);
        var refuses = record.Optional("refuses", static x => x.Refuses);
        var priceOfEntry = record.Optional("priceOfEntry", static x => x.PriceOfEntry, Forms.Name!);
        var worstCases = record.Optional("worstCases", static x => x.WorstCases);
        var worstCaseCost = record.Optional("worstCaseCost", static x => x.WorstCaseCost, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new TechnicalBuyer
        {
            Roles = values.Get(roles),
            Refuses = values.Get(refuses),
            PriceOfEntry = values.Get(priceOfEntry),
            WorstCases = values.Get(worstCases),
            WorstCaseCost = values.Get(worstCaseCost),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<BakeOffFigures>, BakeOffFigures> BakeOffFiguresForm(
        RecordBuilder<BakeOffFigures> record)
    {
        var rivalsPerBakeOff = record.Optional(
            "rivalsPerBakeOff", static x => x.RivalsPerBakeOff, Forms.CountBand.OrNull());
        var rivals = record.Optional("rivals", static x => x.Rivals);
        var winnerShows = record.Optional("winnerShows", static x => x.WinnerShows);
        var alertsMappedTo = record.Optional("alertsMappedTo", static x => x.AlertsMappedTo, Forms.Name!);
        var champions = record.Optional("champions", static x => x.Champions);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new BakeOffFigures
        {
            RivalsPerBakeOff = values.Get(rivalsPerBakeOff),
            Rivals = values.Get(rivals),
            WinnerShows = values.Get(winnerShows),
            AlertsMappedTo = values.Get(alertsMappedTo),
            Champions = values.Get(champions),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PublishedRegulation>, PublishedRegulation> PublishedRegulationForm(
        RecordBuilder<PublishedRegulation> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var obliges = record.Optional("obliges", static x => x.Obliges, Forms.Name!);
        return values => new PublishedRegulation
        {
            Name = values.Get(name),
            Obliges = values.Get(obliges),
        };
    }

    private static Func<Values<RegulatoryFigures>, RegulatoryFigures> RegulatoryFiguresForm(
        RecordBuilder<RegulatoryFigures> record)
    {
        var triggers = record.Optional("triggers", static x => x.Triggers);
        var kind = record.Optional("kind", static x => x.Kind, Forms.Name!);
        var mapping = record.Optional("mapping", static x => x.Mapping);
        var effect = record.Optional("effect", static x => x.Effect, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new RegulatoryFigures
        {
            Triggers = values.Get(triggers),
            Kind = values.Get(kind),
            Mapping = values.Get(mapping),
            Effect = values.Get(effect),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<FreezeFigures>, FreezeFigures> FreezeFiguresForm(RecordBuilder<FreezeFigures> record)
    {
        var windows = record.Optional("windows", static x => x.Windows);
        var delayQuarters = record.Optional("delayQuarters", static x => x.DelayQuarters, Forms.Count.OrNull());
        var effect = record.Optional("effect", static x => x.Effect, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new FreezeFigures
        {
            Windows = values.Get(windows),
            DelayQuarters = values.Get(delayQuarters),
            Effect = values.Get(effect),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PublishedPartnerKind>, PublishedPartnerKind> PublishedPartnerKindForm(
        RecordBuilder<PublishedPartnerKind> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var does = record.Optional("does", static x => x.Does, Forms.Name!);
        var countInName = record.Optional("countInName", static x => x.CountInName, Forms.Count.OrNull());
        var lists = record.Optional("lists", static x => x.Lists);
        var practices = record.Optional("practices", static x => x.Practices);
        var programs = record.Optional("programs", static x => x.Programs);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PublishedPartnerKind
        {
            Name = values.Get(name),
            Does = values.Get(does),
            CountInName = values.Get(countInName),
            Lists = values.Get(lists),
            Practices = values.Get(practices),
            Programs = values.Get(programs),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PlanPrinciples>, PlanPrinciples> PlanPrinciplesForm(
        RecordBuilder<PlanPrinciples> record)
    {
        var separateSegments = record.Optional("separateSegments", static x => x.SeparateSegments);
        var separateParts = record.Optional("separateParts", static x => x.SeparateParts);
        var paidOn = record.Optional("paidOn", static x => x.PaidOn);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new PlanPrinciples
        {
            SeparateSegments = values.Get(separateSegments),
            SeparateParts = values.Get(separateParts),
            PaidOn = values.Get(paidOn),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<CustomerValueFigures>, CustomerValueFigures> CustomerValueFiguresForm(
        RecordBuilder<CustomerValueFigures> record)
    {
        var roi = record.Required("roi", static x => x.Roi);
        var customers = record.Optional("customers", static x => x.Customers, Forms.Name!);
        var downtimeReductionBy = record.Optional(
            "downtimeReductionBy", static x => x.DowntimeReductionBy, Forms.Name!);
        var yieldImprovementBy = record.Optional("yieldImprovementBy", static x => x.YieldImprovementBy, Forms.Name!);
        var annualSavings = record.Optional("annualSavings", static x => x.AnnualSavings, Forms.Name!);
        var savingsAt = record.Optional("savingsAt", static x => x.SavingsAt, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new CustomerValueFigures
        {
            Roi = values.Get(roi),
            Customers = values.Get(customers),
            DowntimeReductionBy = values.Get(downtimeReductionBy),
            YieldImprovementBy = values.Get(yieldImprovementBy),
            AnnualSavings = values.Get(annualSavings),
            SavingsAt = values.Get(savingsAt),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<AiShiftFigures>, AiShiftFigures> AiShiftFiguresForm(
        RecordBuilder<AiShiftFigures> record)
    {
        var capabilities = record.Optional("capabilities", static x => x.Capabilities);
        var products = record.Optional("products", static x => x.Products);
        var needs = record.Optional("needs", static x => x.Needs);
        var adds = record.Optional("adds", static x => x.Adds, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new AiShiftFigures
        {
            Capabilities = values.Get(capabilities),
            Products = values.Get(products),
            Needs = values.Get(needs),
            Adds = values.Get(adds),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<PublishedEstate>, PublishedEstate> PublishedEstateForm(
        RecordBuilder<PublishedEstate> record)
    {
        var owner = record.Required("owner", static x => x.Owner, Forms.Name);
        var sites = record.Optional("sites", static x => x.Sites, Forms.Count.OrNull());
        var text = record.Optional("text", static x => x.Text, Forms.Name!);
        return values => new PublishedEstate
        {
            Owner = values.Get(owner),
            Sites = values.Get(sites),
            Text = values.Get(text),
        };
    }

    private static Func<Values<LandAndExpandFigures>, LandAndExpandFigures> LandAndExpandFiguresForm(
        RecordBuilder<LandAndExpandFigures> record)
    {
        var benchmark = record.Required("benchmark", static x => x.Benchmark);
        var siteKinds = record.Optional("siteKinds", static x => x.SiteKinds);
        var estates = record.Optional("estates", static x => x.Estates);
        var firstDealScopes = record.Optional("firstDealScopes", static x => x.FirstDealScopes);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new LandAndExpandFigures
        {
            Benchmark = values.Get(benchmark),
            SiteKinds = values.Get(siteKinds),
            Estates = values.Get(estates),
            FirstDealScopes = values.Get(firstDealScopes),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<DashboardFigures>, DashboardFigures> DashboardFiguresForm(
        RecordBuilder<DashboardFigures> record)
    {
        var names = record.Optional("names", static x => x.Names);
        var owner = record.Optional("owner", static x => x.Owner, Forms.Name!);
        var ownerReportsTo = record.Optional("ownerReportsTo", static x => x.OwnerReportsTo, Forms.Name!);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new DashboardFigures
        {
            Names = values.Get(names),
            Owner = values.Get(owner),
            OwnerReportsTo = values.Get(ownerReportsTo),
            Citation = values.Get(citation),
        };
    }
}
