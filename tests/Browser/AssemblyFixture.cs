[assembly: AssemblyFixture(typeof(Browser.PortalFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]
