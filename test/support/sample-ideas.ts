export * from '../../dev/samples/ideas';
