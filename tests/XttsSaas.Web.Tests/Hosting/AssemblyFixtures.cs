[assembly: AssemblyFixture(typeof(XttsSaas.Web.Tests.Hosting.PlatformFixture))]
